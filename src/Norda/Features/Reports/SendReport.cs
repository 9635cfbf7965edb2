using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Reports;

public sealed class ReportForm
{
    public string? Kind { get; set; }
    public int? Id { get; set; }

    [Required(ErrorMessage = "Podaj adres strony, na której jest ta treść.")]
    [StringLength(500, ErrorMessage = "Adres strony ma do 500 znaków.")]
    public string Url { get; set; } = "";

    [Required(ErrorMessage = "Napisz, co jest nie tak i dlaczego.")]
    [StringLength(ContentReportMap.LongestReason, MinimumLength = 20, ErrorMessage = "Uzasadnienie ma od 20 do 3000 znaków.")]
    public string Reason { get; set; } = "";

    [Required(ErrorMessage = "Wpisz imię i nazwisko.")]
    [StringLength(200, ErrorMessage = "Imię i nazwisko mają do 200 znaków.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Wpisz adres e-mail, na przykład jan@firma.pl.")]
    [StringLength(254, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string Email { get; set; } = "";

    [Range(typeof(bool), "true", "true", ErrorMessage = "Potwierdź, że zgłoszenie jest prawdziwe według Twojej wiedzy.")]
    public bool GoodFaith { get; set; }
}

/// <summary>Takes a report of unlawful or forbidden content (Digital Services Act, article 16) and confirms it by letter.</summary>
public class SendReport(AppDb db, Me me, IEnumerable<IReportable> kinds, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int MostPerDay = 10;

    public async Task<Outcome> Run(ReportForm form, CancellationToken cancel)
    {
        if (!Email.TryParse(form.Email, out var email))
            return Outcome.Refuse(texts["Wpisz adres e-mail, na przykład jan@firma.pl."], "Form.Email");
        if (await Subject(form, cancel) is not var (kind, id, found))
            return Outcome.Refuse(texts["Pod tym adresem nie ma treści, którą można zgłosić. Skopiuj adres strony firmy z przeglądarki."], "Form.Url");
        var now = clock.GetUtcNow().UtcDateTime;
        var yesterday = now.AddDays(-1);
        var mine = db.Set<ContentReport>().Where(r => r.ReporterEmail == email);
        if (await mine.AnyAsync(r => r.SubjectType == kind && r.SubjectId == id && r.Status == ReportStatus.Open, cancel))
            return Outcome.Refuse(texts["To zgłoszenie już mamy. Odpowiedź przyjdzie na podany adres."], "Form.Url");
        if (await mine.CountAsync(r => r.CreatedAt > yesterday, cancel) >= MostPerDay)
            return Outcome.Refuse(texts["Z tego adresu przyszło dziś już {0} zgłoszeń. Następne wyślesz jutro albo zadzwoń do biura izby.", MostPerDay], "Form.Email");
        var report = new ContentReport
        {
            SubjectType = kind, SubjectId = id, Url = found.Url, Reason = PlainText.Clean(form.Reason), ReporterName = PlainText.Line(form.Name), ReporterEmail = email, UserId = me.Id, GoodFaith = true, CreatedAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(report);
        await db.SaveChangesAsync(cancel); // first its number, which the letter names
        mail.Run(ReportLetters.Received(texts, new Reader(me.Id, email, report.ReporterName), report.Id, found.Title));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>What the link beside the text named, else what stands at the address that was typed.</summary>
    private async Task<(string Kind, int Id, Reportable Found)?> Subject(ReportForm form, CancellationToken cancel)
    {
        foreach (var kind in kinds.Where(k => k.Kind == form.Kind))
            if (form.Id is { } id && await kind.Find(id, cancel) is { } named)
                return (kind.Kind, id, named);
        var path = Uri.TryCreate(form.Url.Trim(), UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal) ? address.AbsolutePath : form.Url.Trim();
        foreach (var kind in kinds)
            if (await kind.Locate(path, cancel) is { } id && await kind.Find(id, cancel) is { } located)
                return (kind.Kind, id, located);
        return null;
    }
}
