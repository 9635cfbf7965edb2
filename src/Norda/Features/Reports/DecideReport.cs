using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Reports;

/// <summary>A moderator decides on a report and says why, to who reported and to who wrote (Digital Services Act, article 17).</summary>
public class DecideReport(AppDb db, Me me, IEnumerable<IReportable> kinds, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int ShortestStatement = 20;
    public const int LongestStatement = 2500;

    /// <param name="upheld">The report is right: the text goes, where this can be done at once.</param>
    /// <param name="byLaw">It breaks the law, not only the rules of the site.</param>
    public async Task<Outcome> Run(int id, bool upheld, bool byLaw, string? typed, CancellationToken cancel)
    {
        var statement = PlainText.Clean(typed);
        if (!AccessTable.Allows(me, Resource.Moderation, Act.Change))
            return Outcome.Refuse(texts["O zgłoszeniach decyduje moderator."]);
        if (statement.Length is < ShortestStatement or > LongestStatement)
            return Outcome.Refuse(texts["Napisz uzasadnienie dla obu stron, od 20 do 2500 znaków."], "uzasadnienie");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<ContentReport>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { Status: ReportStatus.Open } report)
            return Outcome.Refuse(texts["To zgłoszenie rozpatrzył już ktoś inny."]);
        var kind = kinds.Single(k => k.Kind == report.SubjectType);
        var found = await kind.Find(report.SubjectId, cancel);
        try
        {
            var isGone = upheld && found is not null && await kind.TakeDown(report.SubjectId, statement, cancel);
            Close(report, found, upheld, Decision(upheld, byLaw, isGone), statement);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return Outcome.Refuse(texts["To zgłoszenie rozpatrzył już ktoś inny."]);
        }

        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    private string Decision(bool upheld, bool byLaw, bool isGone) => !upheld ? texts["Zgłoszenie nie zostało uznane. Treść zostaje."].Value
            : $"{(isGone ? texts["Zgłoszenie zostało uznane. Treść zniknęła ze strony."] : texts["Zgłoszenie zostało uznane. Treść poprawia biuro izby."])} {(byLaw ? texts["Podstawa: treść narusza prawo."] : texts["Podstawa: treść narusza regulamin serwisu."])}";

    private void Close(ContentReport report, Reportable? found, bool upheld, string decision, string statement)
    {
        (report.Status, report.Statement) = (upheld ? ReportStatus.Upheld : ReportStatus.Dismissed, $"{decision}\n\n{statement}");
        (report.DecidedBy, report.DecidedAt) = (me.Id, clock.GetUtcNow().UtcDateTime);
        Tell(report, found, decision, statement);
    }

    private void Tell(ContentReport report, Reportable? found, string decision, string statement)
    {
        if (report.ReporterEmail is { } reporter)
            Send(report, $"{report.Id}", new Reader(report.UserId, reporter, report.ReporterName), found, texts["Decyzja w sprawie Twojego zgłoszenia {0}", report.Id], decision, statement);
        foreach (var author in found?.Authors ?? [])
            Send(report, $"{report.Id}:{author.UserId}", new Reader(author.UserId, author.Email, author.Name), found, texts["Ktoś zgłosił Twoją treść: decyzja izby"], decision, statement);
    }

    private void Send(ContentReport report, string effect, Reader to, Reportable? found, string subject, string decision, string statement) => mail.Run(ReportLetters.Decided(texts, to, effect, report.Id, found?.Title ?? report.Url, found?.Text, subject, decision, statement));
}
