package nl.waarborg.processoragreement.disposition.api;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import nl.waarborg.processoragreement.disposition.api.DispositionResource.CertificateView;
import nl.waarborg.processoragreement.web.Pdf;
import nl.waarborg.terms.AgreedCalendars;

/** The certificate as a document to keep. */
@ApplicationScoped
public class CertificatePdf {

    private final Engine engine;

    CertificatePdf(Engine engine) {
        this.engine = engine;
    }

    public enum Language {
        NL,
        EN;

        private Locale locale() {
            return Locale.of(name().toLowerCase(Locale.ROOT));
        }
    }

    /** @param reference the vendor's, of the agreement */
    byte[] of(CertificateView certificate, String reference, Language language) {
        var moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(AgreedCalendars.ZONE);
        var name = "disposition/certificate-" + language.name().toLowerCase(Locale.ROOT) + ".html";
        var html = Objects.requireNonNull(engine.getTemplate(name), name)
                .data("tenant", certificate.tenantId())
                .data("erasure", certificate.erasureId())
                .data("text", certificate.text())
                .data("sha256", certificate.sha256())
                .data("reference", reference)
                .data("ordered", moments.format(certificate.orderedAt()))
                .data("certified", moments.format(certificate.certifiedAt()))
                .data(
                        "services",
                        certificate.services().stream()
                                .map(each -> new Line(
                                        each.service(),
                                        moments.format(each.erasedAt()),
                                        each.events(),
                                        each.protectedValues(),
                                        each.rows(),
                                        each.published()))
                                .toList())
                .data(
                        "thirdParties",
                        certificate.thirdParties().stream()
                                .map(each -> new ThirdParty(each.thirdParty(), moments.format(each.confirmedAt())))
                                .toList())
                .render();
        return Pdf.of(html);
    }

    /** @param confirmed local time, in words */
    @TemplateData
    public record ThirdParty(String name, String confirmed) {}

    /** @param erased local time, in words */
    @TemplateData
    public record Line(String service, String erased, long events, long protectedValues, long rows, long published) {}
}
