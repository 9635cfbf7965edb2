using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Mail;
using Norda.Features.Papers.Demands;
using Norda.Features.Papers.Notes;
using Norda.Features.Papers.Pdf;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Mailing;

/// <summary>What is to be sent to one firm.</summary>
public sealed record PostOrder(int CompanyId, PostKind Kind)
{
    /// <summary>A paper that is there already; null issues what there is to issue, or takes the last one that has not gone out.</summary>
    public int? PaperId { get; init; }

    public bool WithInterest { get; init; }
    public int? RunId { get; init; }

    /// <summary>Of a step of the plan; null is the paper itself, or the day for what is drawn anew.</summary>
    public string? Occasion { get; init; }
}

/// <summary>What became of it. Skipped comes with the reason.</summary>
public enum Posted { Mailed, ToPrint, Skipped }

/// <summary>
/// Sends a paper to a firm by mail, with the PDF in it, once for its occasion; without an address it is noted for the post. The note of
/// the sending, the letter in the outbox and its file are one transaction.
/// </summary>
public class PostPaper(AppDb db, IssueNote note, IssueDemand demand, PaperFiles files, QueueMail mail, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<(Posted Posted, string? Reason)> Run(PostOrder order, CancellationToken cancel)
    {
        var (paperId, refusal) = await PaperOf(order, cancel);
        if (refusal is not null)
            return (Posted.Skipped, refusal);
        var occasion = order.Occasion is { } given ? given : paperId is { } id ? $"paper:{id}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{order.Kind.ToString().ToLowerInvariant()}:{clock.Today():yyyy-MM-dd}");
        if (await db.Set<PaperLetter>().AnyAsync(l => l.CompanyId == order.CompanyId && (l.Occasion == occasion || paperId != null && l.PaperId == paperId), cancel))
            return (Posted.Skipped, texts["To pismo jest już wysłane."]);
        if (await files.Of(order.CompanyId, order.Kind, paperId, cancel) is not { } file)
            return (Posted.Skipped, texts["Tego pisma nie da się wystawić: firma nie jest członkiem izby albo zapis pisma jest uszkodzony."]);
        var firm = await db.Companies.Where(c => c.Id == order.CompanyId).Select(c => new { Name = c.LegalName ?? c.Name, c.Email }).SingleAsync(cancel);
        var paper = paperId is null ? null : await db.Set<Paper>().AsNoTracking().SingleAsync(p => p.Id == paperId, cancel);
        db.Add(new PaperLetter
        {
            CompanyId = order.CompanyId, Kind = order.Kind, Occasion = occasion, PaperId = paperId, RunId = order.RunId, Recipient = firm.Email, SentOn = clock.Today(), SentBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        if (firm.Email is { } email)
            mail.Run(Spoken.In("pl", () => PostLetters.WithPaper(texts, new Reader(null, email, firm.Name), order.Kind, order.CompanyId, occasion, paper is null ? null : PaperNames.Number(paper.Series, paper.Year, paper.Number),
                paper is { Amount: > 0, PayBy: { } by } ? (paper.Amount, by) : null, file)));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return (Posted.Skipped, texts["To pismo jest już wysłane."]);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        return (firm.Email is null ? Posted.ToPrint : Posted.Mailed, null);
    }

    /// <summary>Null for what is drawn anew each time.</summary>
    private async Task<(int? Id, string? Refusal)> PaperOf(PostOrder order, CancellationToken cancel)
    {
        if (order.PaperId is not null || order.Kind is PostKind.Statement or PostKind.Confirmation)
            return (order.PaperId, null);
        if (order.Kind == PostKind.Note)
            return await NoteOf(order.CompanyId, cancel);
        var kind = order.Kind == PostKind.Demand ? PaperKind.Demand : PaperKind.FinalDemand;
        var occasion = IssueDemand.Occasion(kind, clock.Today());
        if (await Unsent(order.CompanyId).Where(p => p.Occasion == occasion).Select(p => (int?)p.Id).SingleOrDefaultAsync(cancel) is { } waiting)
            return (waiting, null);
        var (outcome, issued) = await demand.Run(order.CompanyId, kind, order.WithInterest, cancel);
        return (issued, outcome.Refusal);
    }

    /// <summary>One note for all that is open and on none; else a note that was issued and not sent.</summary>
    private async Task<(int? Id, string? Refusal)> NoteOf(int companyId, CancellationToken cancel)
    {
        var open = await db.Set<Fee>().Where(f => f.CompanyId == companyId && f.CancelledAt == null && f.Amount - f.Waived - f.AmountPaid > 0 && !db.Set<NotedFee>().Any(n => n.FeeId == f.Id))
            .OrderBy(f => f.FeeYear).ThenBy(f => f.FeeMonth).Select(f => f.Id).Take(IssueNote.MostLines).ToListAsync(cancel);
        if (open.Count > 0)
        {
            var (outcome, issued) = await note.Run(companyId, open, cancel);
            return (issued, outcome.Refusal);
        }

        var unsent = await Unsent(companyId).Holding(db.Set<Paper>()).OrderByDescending(p => p.Id).Select(p => (int?)p.Id).FirstOrDefaultAsync(cancel);
        return unsent is null ? (null, texts["Ta firma nie ma otwartych składek bez noty ani not, które nie zostały wysłane."]) : (unsent, null);
    }

    private IQueryable<Paper> Unsent(int companyId) => db.Set<Paper>().Where(p => p.CompanyId == companyId && !db.Set<PaperLetter>().Any(l => l.PaperId == p.Id));
}
