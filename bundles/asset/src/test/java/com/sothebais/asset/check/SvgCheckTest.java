package com.sothebais.asset.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sothebais.api.asset.AssetRefusedException;
import com.sothebais.api.asset.AssetRefusedException.Reason;
import com.sothebais.asset.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
                "<rect onclick=\"alert(1)\"/>",
                "<rect OnLoad=\"alert(1)\"/>",
                "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>",
                "<a href=\"javascript:alert(1)\"><rect/></a>",
                "<a xlink:href=\" java\tscript:alert(1)\"><rect/></a>",
                "<a href=\"https://example.com\"><rect/></a>",
                "<image href=\"https://example.com/pixel.png\"/>",
                "<image xlink:href=\"//example.com/pixel.png\"/>",
                "<image href=\"file:///etc/passwd\"/>",
                "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
                "<image href=\"data:text/html,x\"/>",
                "<use href=\"other.svg#a\"/>",
                "<rect fill=\"url(https://example.com/#a)\"/>",
                "<rect style=\"fill:url( 'https://example.com/' )\"/>",
                "<rect style=\"fill:u\\72l(https://example.com/)\"/>",
                "<style>@import 'https://example.com/a.css';</style>",
                "<style>@font-face { font-family: a; src: url(https://example.com/) }</style>",
                "<style>rect { fill: url(https://example.com/) }</style>",
                "<style><![CDATA[rect { fill: URL(\"//example.com/\") }]]></style>",
                "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<set attributeName=\" xlink:href \" to=\"#x\"/>",
                "<g xml:base=\"https://example.com/\"/>",
                "<?xml-stylesheet href=\"https://example.com/a.css\"?>",
                "<iframe src=\"a\"/>",
                "<x xmlns=\"http://www.w3.org/2001/XInclude\" href=\"#a\"/>"
            })
    void refusesWhatIsMoreThanAPicture(String inside) {
        assertThat(reason(Samples.svg(inside))).isEqualTo(Reason.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY a \"b\">]>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE svg [<!ENTITY % a SYSTEM \"https://example.com/a.dtd\"> %a;]>",
                "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]>"
            })
    void refusesEntitiesAndDeclarations(String before) {
        byte[] svg = Samples.joined(Samples.text(before), Samples.svg("<text>&a;</text>"));
        assertThat(reason(svg)).isIn(Reason.ACTIVE, Reason.DAMAGED);
    }

    @Test
    void aMillionLaughsEndAtTheFirst() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        assertThat(reason(Samples.joined(Samples.text(laughs + "]>"), Samples.svg("<text>&a29;</text>"))))
                .isEqualTo(Reason.ACTIVE);
    }

    @Test
    void countsWhatCopiesOfCopiesWouldDraw() {
        StringBuilder bomb = new StringBuilder("<g id=\"a0\"><rect/></g>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<g id=\"a" + i + "\">" + ("<use href=\"#a" + (i - 1) + "\"/>").repeat(10) + "</g>");
        }
        AssetRefusedException refusal =
                catchThrowableOfType(AssetRefusedException.class, () -> check(Samples.svg(bomb.toString())));
        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_SVG_NODES);
        assertThat(refusal).hasMessageContaining("svg.nodes.max").hasMessageContaining("simplify it");

        String patterns = bomb.toString()
                .replace("<g ", "<pattern ")
                .replace("</g>", "</pattern>")
                .replaceAll("<use href=\"(#a[0-9]+)\"/>", "<rect fill=\"url($1)\"/>");
        assertThat(reason(Samples.svg(patterns + "<rect fill=\"url(#a11)\"/>"))).isEqualTo(Reason.LIMIT_SVG_NODES);
    }

    @Test
    void boundsElementsDepthCyclesDashesAndText() {
        assertThat(reason(Samples.svg("<g/>".repeat(20_001)))).isEqualTo(Reason.LIMIT_SVG_NODES);
        assertThat(reason(Samples.svg("<g>".repeat(200) + "</g>".repeat(200)))).isEqualTo(Reason.DAMAGED);
        assertThat(reason(Samples.svg("<g id=\"a\"><use href=\"#a\"/></g>"))).isEqualTo(Reason.DAMAGED);
        assertThat(reason(Samples.svg("<path stroke-dasharray=\"0.0001\" d=\"M0 0h1000000\"/>")))
                .isEqualTo(Reason.DAMAGED);
        assertThat(reason(Samples.svg("<path marker-mid=\"url(#m)\" d=\"" + "M0 0".repeat(30_000)
                        + "\"/><marker id=\"m\"><rect/></marker>")))
                .isEqualTo(Reason.LIMIT_SVG_NODES);
        assertThat(reason(Samples.svg("<feTurbulence/>".repeat(101)))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void refusesOtherEncodings() {
        String svg = new String(Samples.svg(""), StandardCharsets.UTF_8);
        assertThat(reason(svg.getBytes(StandardCharsets.UTF_16))).isIn(Reason.DAMAGED, Reason.NOT_MEDIA);
        assertThat(reason(Samples.text("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + svg)))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void takesWhatDrawingProgramsWrite() throws IOException {
        String picture = Base64.getEncoder().encodeToString(Samples.png(4, 4));
        String document =
                """
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <!-- Drawn by hand -->
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64px" height="48"
                  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\koi.png"
                  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" version="1.1">
                  <metadata><rdf:RDF><rdf:Bag rdf:about="http://example.com/"/></rdf:RDF></metadata>
                  <style type="text/css"><![CDATA[ .a { fill: url(#g); stroke: #fff } ]]></style>
                  <defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>
                    <clipPath id="c"><rect width="9" height="9"/></clipPath></defs>
                  <path fill="#1e293b" stroke="#9e9999" d="M1 1L2 2"/><g id="f1e3000"/>
                  <path class="a" clip-path="url(#c)" style="stroke-dasharray:2,1" d="M1 1 L 30,20 z"/>
                  <image width="4" height="4" xlink:href="data:image/png;base64,%s"/>
                  <use xlink:href="#c"/><text x="1" y="9">A koi: 50%% (blue)</text>
                </svg>
                """
                        .formatted(picture);
        assertThat(check(Samples.text(document)).shape().width()).hasValue(64);
    }

    @Test
    void picturesInsideAreCheckedToo() {
        String huge = Base64.getEncoder().encodeToString(Samples.pngClaiming(9_000, 5_000));
        byte[] svg = Samples.svg("<image href=\"data:image/png;base64," + huge + "\"/>");
        assertThat(reason(svg)).isEqualTo(Reason.LIMIT_PIXELS);
        assertThatThrownBy(() -> check(Samples.svg("<image href=\"data:image/png;base64,AAAA\"/>")))
                .isInstanceOf(AssetRefusedException.class);
    }

    @Test
    void aLongListOfAttributesIsNoSvg() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            attributes.append(" a" + i + "=\"1\"");
        }
        assertThat(reason(Samples.svg("<rect" + attributes + "/>"))).isEqualTo(Reason.DAMAGED);
    }

    private static Checked check(byte[] svg) throws IOException {
        return new Checked(Checked.SVG, SvgCheck.check(svg, Limits.DEFAULT));
    }

    private static Reason reason(byte[] svg) {
        AssetRefusedException refusal = catchThrowableOfType(AssetRefusedException.class, () -> check(svg));
        return refusal == null ? null : refusal.reason();
    }
}
