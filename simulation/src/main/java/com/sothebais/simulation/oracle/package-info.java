/** What must be true whatever happens: the published rules once more, slow and simple, and nothing of the engine's own code for them. */
package com.sothebais.simulation.oracle;
