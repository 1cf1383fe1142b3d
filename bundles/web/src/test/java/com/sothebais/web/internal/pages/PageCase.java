package com.sothebais.web.internal.pages;

import com.sothebais.web.internal.LiveWebCase;
import com.sothebais.web.internal.preview.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of pages as somebody sees them who is logged in while the first lot is open. */
abstract class PageCase extends LiveWebCase {
    Visitor visitor;
    Browser browser;

    @BeforeEach
    final void visit() throws Exception {
        visitor = new Visitor(web, directory.resolve("profile"));
        browser = visitor.browser();
    }

    /** There is no visitor where there is no browser. */
    @AfterEach
    final void leave() {
        if (visitor != null) {
            visitor.close();
        }
    }
}
