using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Features.Papers.Reports;

/// <summary>A year of the chamber: who came and went, what was charged, paid, waived, and what is left. A number of commands that does not grow with the firms.</summary>
public class YearReport(AppDb db, TimeProvider clock)
{
    private const int MostCategories = 30;

    public async Task<YearView> Run(int year, string otherCategories, CancellationToken cancel)
    {
        var today = clock.Today();
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var end = last < today ? last : today;
        var after = last < today ? last.AddDays(1) : today; // who was a member to the end of the year has left in it
        var members = await db.Set<Member>().Where(m => m.Kind != MemberKind.Candidate).GroupBy(_ => 1).Select(g => new
        {
            AtStart = g.Count(m => m.Since < first && (m.Until == null || m.Until >= first)), AtEnd = g.Count(m => m.Since <= end && (m.Until == null || m.Until >= after)),
        }).SingleOrDefaultAsync(cancel);
        var joined = await db.Set<Member>().Where(m => m.Kind != MemberKind.Candidate && m.Since >= first && m.Since <= end).GroupBy(m => m.Since.Month).Select(g => new { Month = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var left = await db.Set<Member>().Where(m => m.Kind != MemberKind.Candidate && m.Until >= first && m.Until < after).GroupBy(m => m.Until!.Value.Month).Select(g => new { Month = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var fees = db.Set<Fee>().Where(f => f.FeeYear == year && f.CancelledAt == null);
        var months = await fees.GroupBy(f => f.FeeMonth).Select(g => new MonthMoney(g.Key, g.Sum(f => f.Amount), g.Sum(f => f.AmountPaid), g.Sum(f => f.Waived),
            g.Where(f => f.DueDate < today).Sum(f => f.Amount - f.Waived - f.AmountPaid), g.Sum(f => f.Amount - f.Waived - f.AmountPaid))).ToListAsync(cancel);
        var categories = await fees.GroupBy(f => f.Company.Category!.Name).Select(g => new CategoryMoney(g.Key, g.Select(f => f.CompanyId).Distinct().Count(), g.Sum(f => f.AmountPaid), g.Sum(f => f.Waived),
            g.Where(f => f.DueDate < today).Sum(f => f.Amount - f.Waived - f.AmountPaid), g.Sum(f => f.Amount - f.Waived - f.AmountPaid))).ToListAsync(cancel);
        return new YearView(year, members?.AtStart ?? 0, members?.AtEnd ?? 0, end,
            [.. Enumerable.Range(1, 12).Select(m => joined.Where(j => j.Month == m).Sum(j => j.Count))], [.. Enumerable.Range(1, 12).Select(m => left.Where(j => j.Month == m).Sum(j => j.Count))],
            [.. Enumerable.Range(1, 12).Select(m => months.Find(x => x.Month == m) ?? new MonthMoney(m, 0, 0, 0, 0, 0))],
            [.. categories.Select(c => c with { Name = c.Name ?? otherCategories }).OrderByDescending(c => c.Paid + c.Left).Take(MostCategories)]);
    }
}

/// <summary>Overdue is a part of what is left.</summary>
public sealed record MonthMoney(int Month, decimal Charged, decimal Paid, decimal Waived, decimal Overdue, decimal Left);

public sealed record CategoryMoney(string? Name, int Firms, decimal Paid, decimal Waived, decimal Overdue, decimal Left);

public sealed record YearView(int Year, int MembersAtStart, int MembersAtEnd, DateOnly End, IReadOnlyList<int> Joined, IReadOnlyList<int> Gone, IReadOnlyList<MonthMoney> Months, IReadOnlyList<CategoryMoney> Categories)
{
    public bool IsEmpty => MembersAtStart + MembersAtEnd + Joined.Sum() == 0 && Months.All(m => m.Charged == 0);
    public decimal Charged => Months.Sum(m => m.Charged);
    public decimal Paid => Months.Sum(m => m.Paid);
    public decimal Waived => Months.Sum(m => m.Waived);
    public decimal Overdue => Months.Sum(m => m.Overdue);
}
