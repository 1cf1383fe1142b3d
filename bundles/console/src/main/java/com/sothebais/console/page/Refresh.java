package com.sothebais.console.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the page fresh: a few lines of script load its content again and again. */
final class Refresh {
    static final int SECONDS_DEFAULT = 3;

    /** Below the plugin's address. */
    static final String PATH = "/now.part";

    private static final int SECONDS_MAX = 3_600;
    private static final Logger LOG = LoggerFactory.getLogger(Refresh.class);

    private Refresh() {}

    /** Reads the configured value; a wrong one is named in the log and replaced by the default. */
    static int seconds(String text) {
        if (text.strip().matches("[0-9]{1,4}")) {
            int value = Integer.parseInt(text.strip());
            if (value >= 1 && value <= SECONDS_MAX) {
                return value;
            }
        }
        LOG.warn(
                "{}: refresh.seconds = '{}' is not a whole number from 1 to {}; using {}.",
                ConsolePlugin.PID,
                text,
                SECONDS_MAX,
                SECONDS_DEFAULT);
        return SECONDS_DEFAULT;
    }

    /** The content with the script that replaces it; a failed load keeps what is there and tries again. */
    static String around(String content, int seconds) {
        return "<div id=\"sothebais\" aria-live=\"off\">" + content + "</div>"
                + "<script>(function(){var box=document.getElementById('sothebais');setInterval(function(){"
                + "fetch(location.pathname.replace(/\\/$/,'')+'" + PATH + "',{credentials:'same-origin'})"
                + ".then(function(answer){if(!answer.ok)throw new Error(answer.status);return answer.text();})"
                + ".then(function(text){box.innerHTML=text;box.style.opacity=1;})"
                + ".catch(function(){box.style.opacity=0.5;});}," + seconds * 1000 + ");})();</script>";
    }
}
