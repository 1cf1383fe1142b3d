package com.sothebais.identity.internal;

import java.util.Map;
import org.apache.karaf.jaas.modules.encryption.BasicEncryption;
import org.apache.karaf.jaas.modules.properties.PropertiesLoginModule;

/**
 * Karaf's own login module with Karaf's own encryption, configured as etc/org.apache.karaf.jaas.cfg does; only the look-up of the
 * encryption as an OSGi service is replaced.
 */
public final class KarafLoginModule extends PropertiesLoginModule {
    private static final String MARK = "{CRYPT}";

    private final BasicEncryption encryption =
            new BasicEncryption(Map.of("algorithm", "SHA-256", "encoding", "hexadecimal"));

    @Override
    public boolean checkPassword(String password, String stored) {
        return encryption.checkPassword(password, stored.substring(MARK.length(), stored.length() - MARK.length()));
    }
}
