package com.sothebais.rehearsal.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sothebais.api.auction.Reason;
import com.sothebais.api.chain.TxHash;
import com.sothebais.api.ledger.Hash;
import com.sothebais.api.ledger.Ledger;
import com.sothebais.api.ledger.LedgerEntry;
import com.sothebais.api.stream.OutputStatus;
import com.sothebais.rehearsal.report.ShowReport.Bids;
import com.sothebais.rehearsal.report.ShowReport.LotResult;
import com.sothebais.rehearsal.report.ShowReport.Win;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes reports and ledgers as JSON. Amounts are decimal texts of the named currency, instants ISO-8601 in UTC with as many
 * digits as they have, so that a reader can compute every hash again.
 */
public final class ReportWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportWriter() {}

    public static void write(ShowReport report, Path file) throws IOException {
        write(report, Optional.empty(), file);
    }

    /** @param notes what a rehearsal adds */
    public static void write(ShowReport report, Optional<RehearsalNotes> notes, Path file) throws IOException {
        document(file, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("lots");
            for (LotResult lot : report.lots()) {
                lot(json, lot);
            }
            json.writeEndArray();
            bids(json, report.bids());
            stream(json, report.stream());
            escrow(json, report.escrow());
            json.writeObjectFieldStart("host");
            json.writeNumberField("lines_spoken", report.host().linesSpoken());
            json.writeNumberField("replies_posted", report.host().repliesPosted());
            json.writeNumberField("announcements", report.host().announcements());
            json.writeEndObject();
            json.writeNumberField("seed", report.seed());
            json.writeStringField("started", report.period().started().toString());
            json.writeStringField("finished", report.period().finished().toString());
            if (notes.isPresent()) {
                rehearsal(json, notes.get());
            }
            json.writeEndObject();
        });
    }

    public static void write(Ledger ledger, Path file) throws IOException {
        document(file, json -> {
            json.writeStartObject();
            json.writeStringField("auction", ledger.auction());
            json.writeStringField("root", ledger.root().hex());
            json.writeArrayFieldStart("entries");
            for (LedgerEntry entry : ledger.entries()) {
                entry(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void rehearsal(JsonGenerator json, RehearsalNotes notes) throws IOException {
        json.writeObjectFieldStart("rehearsal");
        json.writeStringField("campaign", notes.source().campaign().value());
        json.writeStringField("session", notes.source().session().value());
        json.writeNumberField("speed", notes.source().speed());
        json.writeStringField("recording", notes.recording().toString());
        json.writeArrayFieldStart("lots");
        for (RehearsalNotes.LotNote lot : notes.lots()) {
            json.writeStartObject();
            json.writeNumberField("lot", lot.number());
            json.writeNumberField("bids_accepted", lot.accepted());
            json.writeNumberField("bids_refused", lot.refused());
            json.writeNumberField("extensions", lot.extensions());
            json.writeStringField("opens_planned", lot.planned().opens().toString());
            json.writeStringField("ends_planned", lot.planned().ends().toString());
            json.writeStringField("opened", lot.actual().opens().toString());
            json.writeStringField("ended", lot.actual().ends().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("problems");
        for (String problem : notes.problems()) {
            json.writeString(problem);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void lot(JsonGenerator json, LotResult lot) throws IOException {
        json.writeStartObject();
        json.writeNumberField("lot", lot.number());
        json.writeStringField("title", lot.title());
        json.writeStringField("auction", lot.auction().value());
        Optional<Win> win = lot.ending().win();
        json.writeStringField("status", lot.ending().status());
        json.writeStringField("winner", win.map(Win::winner).orElse(null));
        json.writeStringField("price", win.map(won -> won.price().decimal()).orElse(null));
        json.writeStringField("currency", lot.ending().currency().code());
        json.writeStringField("ledger_root", lot.ledgerRoot().map(Hash::hex).orElse(null));
        json.writeStringField(
                "settlement_tx", win.flatMap(Win::settlement).map(TxHash::value).orElse(null));
        json.writeNumberField("extensions", lot.extensions());
        json.writeEndObject();
    }

    private static void bids(JsonGenerator json, Bids bids) throws IOException {
        json.writeObjectFieldStart("bids");
        json.writeNumberField("received", bids.received());
        json.writeNumberField("accepted", bids.accepted());
        json.writeObjectFieldStart("rejected");
        for (Map.Entry<Reason, Long> reason : new TreeMap<>(bids.rejected()).entrySet()) {
            json.writeNumberField(reason.getKey().name(), reason.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("duplicates", bids.duplicates());
        json.writeObjectFieldStart("verdict_ms");
        json.writeNumberField("p50", bids.verdicts().p50Millis());
        json.writeNumberField("p95", bids.verdicts().p95Millis());
        json.writeNumberField("p99", bids.verdicts().p99Millis());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void stream(JsonGenerator json, ShowReport.Stream stream) throws IOException {
        json.writeObjectFieldStart("stream");
        json.writeNumberField("frames", stream.frames());
        json.writeNumberField("late", stream.late());
        json.writeNumberField("dropped", stream.dropped());
        json.writeNumberField("fps", stream.fps());
        json.writeNumberField("state_to_frame_p95_ms", stream.stateToFrameP95Millis());
        json.writeNumberField("post_to_frame_p95_ms", stream.postToFrameP95Millis());
        json.writeStringField("renderer", stream.renderer());
        json.writeNumberField("loudness_lufs", stream.loudness().integratedLufs());
        json.writeNumberField("true_peak_db", stream.loudness().truePeakDb());
        json.writeArrayFieldStart("outputs");
        for (OutputStatus output : stream.outputs()) {
            json.writeStartObject();
            json.writeStringField("name", output.name());
            json.writeStringField("state", output.state().name());
            json.writeNumberField("bytes", output.traffic().bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void escrow(JsonGenerator json, ShowReport.Escrow escrow) throws IOException {
        json.writeObjectFieldStart("escrow");
        json.writeStringField("total", escrow.total().decimal());
        json.writeStringField("books", escrow.books().decimal());
        json.writeStringField("currency", escrow.total().currency().code());
        json.writeBooleanField("balanced", escrow.balanced());
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, LedgerEntry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", entry.index());
        json.writeStringField("previous", entry.previous().hex());
        json.writeStringField("at", entry.line().at().toString());
        json.writeStringField("post", entry.line().post());
        json.writeStringField("bidder", entry.line().bidder());
        json.writeStringField("verdict", entry.line().verdict());
        json.writeStringField("amountUnits", entry.line().amountUnits());
        json.writeStringField("currency", entry.line().currency());
        json.writeStringField("hash", entry.hash().hex());
        json.writeEndObject();
    }

    private interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    private static void document(Path file, Document document) throws IOException {
        WholeFile.replace(file, out -> {
            try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
                json.useDefaultPrettyPrinter();
                document.write(json);
                json.flush();
                out.write('\n');
            }
        });
    }
}
