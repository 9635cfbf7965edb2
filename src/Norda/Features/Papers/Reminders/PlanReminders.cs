using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;
using Norda.Features.Papers.Mailing;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Papers.Reminders;

/// <summary>A firm that is to be reminded today by one step of the plan, of its open fees with this term.</summary>
public sealed record DueReminder(int CompanyId, string Name, string Slug, string? Email, int? Number, int Days, PostKind Kind, bool WithInterest, DateOnly Due, IReadOnlyList<(string Period, decimal Left)> Fees)
{
    public decimal Sum => Fees.Sum(f => f.Left);

    /// <summary>Once for each firm, step and term.</summary>
    public string Occasion => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reminder:{Days}:{Due:yyyy-MM-dd}");
}

/// <summary>
/// Whom the plan would have reminded on a day: firms with something left of a fee whose day has come, and that this step has not
/// reminded yet. What three days without a job left behind is caught up; what is older is let be, so that a new step does not write
/// about the past.
/// </summary>
public class PlanReminders(AppDb db, IEnumerable<ReminderStop> stops, IServiceProvider services, IStringLocalizer<Texts> texts)
{
    private const int CaughtUpDays = 3;
    private const int LongestMove = 7;

    /// <summary>Null when nothing stands against reminding; else why not today.</summary>
    public async Task<string?> StoppedBy(DateOnly day, CancellationToken cancel)
    {
        if (WorkingDays.IsFree(day))
            return texts["Dziś jest dzień wolny."];
        foreach (var stop in stops)
            if (await stop.Reason(services, cancel) is { } reason)
                return reason;
        return null;
    }

    /// <summary>The plan, from the earliest step to the last.</summary>
    public Task<List<ReminderStep>> Steps(CancellationToken cancel) => db.Set<ReminderStep>().AsNoTracking().OrderBy(s => s.Days).ToListAsync(cancel);

    public async Task<IReadOnlyList<DueReminder>> Run(List<ReminderStep> steps, DateOnly day, CancellationToken cancel)
    {
        if (steps.Count == 0)
            return [];
        var (first, last) = (day.AddDays(-steps[^1].Days - CaughtUpDays - LongestMove), day.AddDays(-steps[0].Days + LongestMove));
        var open = await db.Set<Fee>().Where(f => f.CancelledAt == null && f.DueDate >= first && f.DueDate <= last && f.Amount - f.Waived - f.AmountPaid > 0).OrderBy(f => f.CompanyId).ThenBy(f => f.FeeYear).ThenBy(f => f.FeeMonth)
            .Select(f => new { f.CompanyId, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.DueDate, Left = f.Amount - f.Waived - f.AmountPaid }).ToListAsync(cancel);
        var due = open.GroupBy(f => (f.CompanyId, f.DueDate))
            .SelectMany(g => steps.Where(s => s.DayFor(g.Key.DueDate) is var when && when <= day && when > day.AddDays(-CaughtUpDays)).Select(s => (Step: s, g.Key, Fees: g.Select(f => (Period.Of(f.FeeYear, f.FeeMonth, f.ThroughMonth), f.Left)).ToList()))).ToList();
        if (due.Count == 0)
            return [];
        var ids = due.Select(d => d.Key.CompanyId).Distinct().ToList();
        var since = day.AddDays(-CaughtUpDays - LongestMove);
        var firms = await db.Companies.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id, Name = c.LegalName ?? c.Name, c.Slug, c.Email, Number = db.Set<Member>().Where(m => m.CompanyId == c.Id).OrderByDescending(m => m.Since).Select(m => (int?)m.Number).FirstOrDefault(),
            Sent = db.Set<PaperLetter>().Where(l => l.CompanyId == c.Id && l.SentOn >= since && l.Occasion.StartsWith("reminder:")).Select(l => l.Occasion).ToList(),
        }).AsSingleQuery().ToDictionaryAsync(c => c.Id, cancel);
        return [.. due.Select(d => (d, Firm: firms[d.Key.CompanyId])).Select(d => new DueReminder(d.Firm.Id, d.Firm.Name, d.Firm.Slug, d.Firm.Email, d.Firm.Number, d.d.Step.Days, d.d.Step.Kind, d.d.Step.WithInterest, d.d.Key.DueDate, d.d.Fees))
            .Where(r => !firms[r.CompanyId].Sent.Contains(r.Occasion)).OrderBy(r => r.Name, StringComparer.CurrentCulture).ThenBy(r => r.Due)];
    }
}
