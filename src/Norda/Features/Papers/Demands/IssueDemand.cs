using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Fees.Payments;
using Norda.Features.Papers.Notes;
using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Demands;

/// <summary>
/// Demands arrears on paper: first a demand, and once its term has passed in vain, the last one before the court. Each at most once a
/// month to a firm. Interest only where the office asks for it.
/// </summary>
public class IssueDemand(AppDb db, SettleAccount account, IssuePaper issue, TakeNumber numbers, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int DaysForFirst = 14;
    private const int DaysForLast = 7;
    private const int FirstHoldsMonths = 12;

    /// <summary>What there is one of in a month.</summary>
    public static string Occasion(PaperKind kind, DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(kind == PaperKind.Demand ? "demand" : "final-demand")}:{day:yyyy-MM}");

    public async Task<(Outcome Outcome, int? PaperId)> Run(int companyId, PaperKind kind, bool withInterest, CancellationToken cancel)
    {
        if (issue.Ready() is { Refused: true } unready)
            return (unready, null);
        var today = clock.Today();
        var occasion = Occasion(kind, today);
        await numbers.Open(TakeNumber.Demands, today.Year, cancel);
        await using var turn = await account.Begin(companyId, cancel);
        var fees = await db.Set<Fee>().AsNoTracking().Where(f => f.CompanyId == companyId && f.CancelledAt == null && f.DueDate < today && f.Amount - f.Waived - f.AmountPaid > 0)
            .OrderBy(f => f.FeeYear).ThenBy(f => f.FeeMonth).Take(IssueNote.MostLines).ToListAsync(cancel);
        if (fees.Count == 0)
            return (Outcome.Refuse(texts["Ta firma nie ma zaległości, więc nie ma o co wzywać."]), null);
        if (await db.Set<Paper>().AnyAsync(p => p.CompanyId == companyId && p.Occasion == occasion, cancel))
            return (Outcome.Refuse(texts["Takie wezwanie do tej firmy jest już wystawione w tym miesiącu."]), null);
        if (await db.Set<Paper>().AnyAsync(p => p.CompanyId == companyId && p.Kind == kind && p.PayBy >= today, cancel))
            return (Outcome.Refuse(texts["Termin poprzedniego wezwania jeszcze nie minął. Następne wystaw po nim."]), null);
        var former = await Former(companyId, today, cancel);
        if (kind == PaperKind.FinalDemand && former is null)
            return (Outcome.Refuse(texts["Najpierw wystaw zwykłe wezwanie i poczekaj, aż minie jego termin. Wezwanie ostateczne powołuje się na nie."]), null);
        var steps = withInterest ? CivilInterest.With(await db.Set<InterestRate>().Select(r => new InterestStep(r.ValidFrom, r.Percent, r.Announcement)).ToListAsync(cancel)) : null;
        var firm = await db.Companies.Where(c => c.Id == companyId).Addressed(db).SingleAsync(cancel);
        var paper = await issue.Run(kind, TakeNumber.Demands, firm, number => Write(number, firm, fees, kind, former, steps), cancel, occasion: occasion);
        await db.SaveChangesAsync(cancel); // the account's turn is ours: nobody else writes to this firm meanwhile
        await turn.CommitAsync(cancel);
        return (Outcome.Done, paper.Id);
    }

    private async Task<FormerDemand?> Former(int companyId, DateOnly today, CancellationToken cancel)
    {
        var since = today.AddMonths(-FirstHoldsMonths);
        var first = await db.Set<Paper>().Where(p => p.CompanyId == companyId && p.Kind == PaperKind.Demand && p.PayBy < today && p.IssuedOn > since).OrderByDescending(p => p.Id)
            .Select(p => new { p.Series, p.Year, p.Number, p.IssuedOn }).FirstOrDefaultAsync(cancel);
        return first is null ? null : new(PaperNames.Number(first.Series, first.Year, first.Number), first.IssuedOn);
    }

    private PaperContent Write(string number, AddressedFirm firm, List<Fee> fees, PaperKind kind, FormerDemand? former, IReadOnlyList<InterestStep>? steps)
    {
        var today = clock.Today();
        var payBy = WorkingDays.OnOrAfter(today.AddDays(kind == PaperKind.Demand ? DaysForFirst : DaysForLast));
        var lines = fees.ConvertAll(f => IssueNote.Line(f) with { DaysLate = today.DayNumber - f.DueDate.DayNumber, Interest = steps is null ? 0 : CivilInterest.Of(f.Left, f.DueDate, today, steps).Amount });
        var content = issue.Payable(issue.Frame(number, firm, lines), firm, payBy, new DateOnly(fees[^1].FeeYear, fees[^1].FeeMonth, 1));
        return kind == PaperKind.FinalDemand ? content with { Former = former!.Number, FormerOn = former.IssuedOn } : content;
    }

    private sealed record FormerDemand(string Number, DateOnly IssuedOn);
}
