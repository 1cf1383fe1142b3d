package com.sothebais.voice.mary.internal;

import com.sothebais.api.agent.Mood;
import com.sothebais.api.agent.Speech;
import com.sothebais.api.agent.Voice.VoiceException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.modules.MaryModule;
import marytts.modules.ModuleRegistry;
import marytts.modules.synthesis.Voice;
import marytts.server.Mary;
import marytts.util.data.audio.AppendableSequenceAudioInputStream;
import marytts.util.data.audio.MaryAudioUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * MaryTTS inside this bundle. It keeps its state in statics and finds its parts through the thread's context class loader, so it
 * starts once per class loader, is never shut down, and every call runs under the bundle's loader and one lock. A sentence takes
 * about a thirtieth of its length to make.
 */
final class MaryEngine {
    private static final Object LOCK = new Object();
    private static final String MARYXML = "http://mary.dfki.de/2002/MaryXML";

    private final String voice;
    private final double peak;

    /**
     * @param voice name of an embedded voice
     * @param peak loudest sample of every speech, above 0, at most 1
     */
    MaryEngine(String voice, double peak) {
        this.voice = voice;
        this.peak = peak;
    }

    /** Starts MaryTTS, which takes seconds the first time, and says a word so that the next ones come quickly. */
    void start() {
        synthesize("Welcome", Mood.CALM);
    }

    /** @throws VoiceException when MaryTTS cannot speak the text */
    Speech synthesize(String spoken, Mood mood) {
        try {
            return underBundleLoader(() -> {
                synchronized (LOCK) {
                    startOnce();
                    MaryData realised = realised(document(spoken, mood), known(voice));
                    float[] sound = Sound.limited(Sound.of(samples(realised)), peak);
                    return new Speech(sound, Mouths.cues(realised.getDocument(), sound.length));
                }
            });
        } catch (VoiceException e) {
            throw e;
        } catch (Exception e) {
            // MaryTTS throws whatever its modules throw; to the show it is all one: this text has no sound.
            throw new VoiceException("MaryTTS cannot speak '" + spoken + "': " + e.getMessage(), e);
        }
    }

    /**
     * Runs the text through MaryTTS's modules to sound and phones at once. Its own interface gives only one of them a call, and what
     * makes the sound waits for ever, five megabytes a line, for somebody to read it when only the phones were asked for.
     */
    private static MaryData realised(Document document, Voice voice) throws Exception {
        AudioFormat format = voice.dbAudioFormat();
        MaryData data = new MaryData(MaryDataType.RAWMARYXML, Locale.US);
        data.setDocument(document);
        AudioInputStream sound = new AppendableSequenceAudioInputStream(format, null);
        for (MaryModule module : ModuleRegistry.modulesRequiredForProcessing(
                MaryDataType.RAWMARYXML, MaryDataType.AUDIO, Locale.US, voice)) {
            data.setDefaultVoice(voice);
            data.setDefaultStyle("");
            data.setDefaultEffects("");
            data.setAudioFileFormat(new AudioFileFormat(AudioFileFormat.Type.WAVE, format, AudioSystem.NOT_SPECIFIED));
            data.setAudio(sound);
            if (module.getState() == MaryModule.MODULE_OFFLINE) {
                module.startup();
            }
            data = module.process(data);
        }
        return data;
    }

    private static double[] samples(MaryData realised) throws IOException {
        try (AppendableSequenceAudioInputStream stream = (AppendableSequenceAudioInputStream) realised.getAudio()) {
            if ((int) stream.getFormat().getSampleRate() != Speech.SAMPLE_RATE_HZ) {
                throw new IOException("expected " + Speech.SAMPLE_RATE_HZ + " Hz, got " + stream.getFormat());
            }
            stream.doneAppending();
            return MaryAudioUtils.getSamplesAsDoubleArray(stream);
        }
    }

    private static Voice known(String name) {
        Voice voice = Voice.getVoice(name);
        if (voice == null) {
            throw new VoiceException(
                    "com.sothebais.voice.mary: voice '" + name + "' is not embedded, allowed: "
                            + Voice.getAvailableVoices(),
                    null);
        }
        return voice;
    }

    /**
     * What {@code Mary.startup()} does, without its shutdown hook: that would hold the bundle's class loader, tens of megabytes,
     * until the end of the process, and fail there because the bundle is gone by then.
     */
    private static void startOnce() throws ReflectiveOperationException {
        if (Mary.currentState() != Mary.STATE_OFF) {
            return;
        }
        Field state = Mary.class.getDeclaredField("currentState");
        state.setAccessible(true);
        state.setInt(null, Mary.STATE_STARTING);
        boolean started = false;
        try {
            for (String step : List.of("configureLogging", "setupFeatureProcessors", "startModules")) {
                Method method = Mary.class.getDeclaredMethod(step);
                method.setAccessible(true);
                method.invoke(null);
            }
            started = true;
        } finally {
            state.setInt(null, started ? Mary.STATE_RUNNING : Mary.STATE_OFF);
        }
    }

    /** The text goes in as a text node, so markup in it is only text. */
    private static Document document(String spoken, Mood mood) throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().newDocument();
        Element root = document.createElementNS(MARYXML, "maryxml");
        root.setAttribute("version", "0.5");
        root.setAttribute("xml:lang", "en-US");
        Element paragraph = document.createElementNS(MARYXML, "p");
        Element prosody = document.createElementNS(MARYXML, "prosody");
        Tone tone = Tone.of(mood);
        prosody.setAttribute("rate", tone.rate());
        prosody.setAttribute("pitch", tone.pitch());
        prosody.setTextContent(spoken);
        document.appendChild(root);
        root.appendChild(paragraph);
        paragraph.appendChild(prosody);
        return document;
    }

    private static <T> T underBundleLoader(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MaryEngine.class.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
