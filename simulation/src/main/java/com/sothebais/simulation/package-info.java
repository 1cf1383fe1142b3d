/** One seed plays whole auctions in virtual time, with every fault it makes up; an oracle judges every step. */
package com.sothebais.simulation;
