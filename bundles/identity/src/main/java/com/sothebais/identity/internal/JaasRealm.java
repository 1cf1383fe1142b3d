package com.sothebais.identity.internal;

import java.security.Principal;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AccountException;
import javax.security.auth.login.CredentialException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** The people of a JAAS realm; in the container {@code karaf}, which also guards the shell and the web console. */
final class JaasRealm implements Realm {
    private static final String ADMIN_ROLE = "admin";

    private final String name;

    JaasRealm(String name) {
        this.name = name;
    }

    @Override
    public boolean admits(String person, char[] password) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // LoginContext looks for its modules in the context class loader; Karaf's proxy module is on the system class
        // path.
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            LoginContext context = context(person, password);
            try {
                context.login();
            } catch (FailedLoginException | CredentialException | AccountException e) {
                return false;
            } catch (LoginException e) {
                throw new RealmException("realm '" + name + "' does not work: " + e.getMessage(), e);
            }
            // The container's modules are all optional: a login that only an audit module "passed" has no role.
            boolean admin = context.getSubject().getPrincipals().stream().anyMatch(JaasRealm::isAdminRole);
            logout(context);
            return admin;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private LoginContext context(String person, char[] password) {
        try {
            return new LoginContext(name, new Subject(), new NameAndPassword(person, password));
        } catch (LoginException | SecurityException e) {
            throw new RealmException("realm '" + name + "' is not there; is the feature jaas installed?", e);
        }
    }

    private void logout(LoginContext context) {
        try {
            context.logout();
        } catch (LoginException e) {
            throw new RealmException("realm '" + name + "' does not log out: " + e.getMessage(), e);
        }
    }

    /** By name, because the class is the container's and not imported. */
    private static boolean isAdminRole(Principal principal) {
        return principal.getClass().getSimpleName().equals("RolePrincipal")
                && principal.getName().equals(ADMIN_ROLE);
    }

    private record NameAndPassword(String person, char[] password) implements CallbackHandler {
        @Override
        public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback asked) {
                    asked.setName(person);
                } else if (callback instanceof PasswordCallback asked) {
                    asked.setPassword(password);
                } else {
                    throw new UnsupportedCallbackException(callback, "only a name and a password are known");
                }
            }
        }
    }
}
