using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Membership;

namespace Norda.Features.Fees.Grid;

/// <summary>Reads the grid: a number of commands that does not grow with the firms.</summary>
public class FeeGrid(AppDb db)
{
    private const int Months = 12;

    /// <summary>Firms that were members in the year, or owe something for it.</summary>
    public IQueryable<Company> Firms(GridQuestion question, DateOnly today)
    {
        var (first, last, fees) = (new DateOnly(question.Year, 1, 1), new DateOnly(question.Year, Months, 31), db.Set<Fee>());
        var firms = db.Companies.Where(c => db.Set<Member>().Any(m => m.CompanyId == c.Id && m.Kind != MemberKind.Candidate && m.Since <= last && (m.Until == null || m.Until >= first)) || fees.Any(f => f.CompanyId == c.Id && f.FeeYear == question.Year));
        firms = question.Filter switch
        {
            GridFilter.Overdue => firms.Where(c => fees.Any(f => f.CompanyId == c.Id && f.Status != FeeStatus.Paid && f.FeeYear <= question.Year && f.DueDate < today)),
            GridFilter.Partial => firms.Where(c => fees.Any(f => f.CompanyId == c.Id && f.Status == FeeStatus.Partial && f.FeeYear <= question.Year)),
            GridFilter.Month => firms.Where(c => fees.Any(f => f.CompanyId == c.Id && f.Status != FeeStatus.Paid && f.FeeYear == question.Year && f.FeeMonth <= today.Month && f.ThroughMonth >= today.Month)),
            _ => firms,
        };
        if (question.Text is not { } text)
            return firms;
        var word = AnyCase.Typed(text);
        return firms.Where(c => AnyCase.Of(c.Name)!.Contains(word) || c.Nip == text);
    }

    public async Task<IReadOnlyList<GridRow>> Rows(GridQuestion question, int skip, int take, DateOnly today, CancellationToken cancel)
    {
        var rows = await Firms(question, today).OrderBy(c => AnyCase.Of(c.Name)).ThenBy(c => c.Id).Skip(skip).Take(take).Select(c => new GridRow(
            c.Id, c.Slug, c.Name, c.Address.Town, c.CategoryId,
            db.Set<FeeAccount>().Where(a => a.CompanyId == c.Id).Sum(a => a.Credit),
            db.Set<Fee>().Where(f => f.CompanyId == c.Id && f.Status != FeeStatus.Paid && f.DueDate < today).Sum(f => f.Amount - f.Waived - f.AmountPaid))).ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.CompanyId);
        var fees = (await db.Set<Fee>().Where(f => f.FeeYear == question.Year && ids.Contains(f.CompanyId)).Select(f => new GridFee(
            f.Id, f.CompanyId, f.FeeMonth, f.ThroughMonth, f.Amount, f.EntryAmount, f.Waived, f.AmountPaid, f.CancelledAt != null, f.DueDate)).ToListAsync(cancel)).ToLookup(f => f.CompanyId);
        return rows.ConvertAll(r => r with { Cells = Cells([.. fees[r.CompanyId]], today), Monthly = fees[r.CompanyId].MaxBy(f => f.FeeMonth) is { } latest ? Math.Round((latest.Amount - latest.EntryAmount) / (latest.ThroughMonth - latest.FeeMonth + 1), 2) : null });
    }

    public async Task<(GridFigures Figures, IReadOnlyList<MonthShare> Months)> Figures(GridQuestion question, DateOnly today, CancellationToken cancel)
    {
        var months = await db.Set<Fee>().Where(f => f.FeeYear == question.Year && f.CancelledAt == null).GroupBy(f => new { f.FeeMonth, f.ThroughMonth }).Select(g => new
        {
            g.Key.FeeMonth, g.Key.ThroughMonth, Fees = g.Count(), PaidFees = g.Count(f => f.Status == FeeStatus.Paid), Charged = g.Sum(f => f.Amount), Waived = g.Sum(f => f.Waived), Paid = g.Sum(f => f.AmountPaid), Due = g.Max(f => f.DueDate),
        }).ToListAsync(cancel);
        var open = await db.Set<Fee>().Where(f => f.Status != FeeStatus.Paid && f.FeeYear <= question.Year).GroupBy(_ => 1).Select(g => new
        {
            Arrears = g.Where(f => f.DueDate < today).Sum(f => f.Amount - f.Waived - f.AmountPaid),
            ArrearsFirms = g.Where(f => f.DueDate < today).Select(f => f.CompanyId).Distinct().Count(),
            PartialFirms = g.Where(f => f.Status == FeeStatus.Partial).Select(f => f.CompanyId).Distinct().Count(),
            MonthOpen = g.Where(f => f.FeeYear == question.Year && f.FeeMonth <= today.Month && f.ThroughMonth >= today.Month).Select(f => f.CompanyId).Distinct().Count(),
        }).SingleOrDefaultAsync(cancel);
        var current = months.Where(m => m.FeeMonth <= today.Month && today.Month <= m.ThroughMonth).ToList();
        return (new GridFigures(months.Sum(m => m.Charged), months.Sum(m => m.Waived), months.Sum(m => m.Paid), open?.Arrears ?? 0, open?.ArrearsFirms ?? 0, open?.PartialFirms ?? 0, open?.MonthOpen ?? 0,
                current.Sum(m => m.Fees), current.Count == 0 ? null : current.Max(m => m.Due)),
            [.. Enumerable.Range(1, Months).Select(month => new MonthShare(month, months.Where(m => m.FeeMonth == month).Sum(m => m.Fees), months.Where(m => m.FeeMonth == month).Sum(m => m.PaidFees)))]);
    }

    /// <summary>Twelve months from left to right; a fee for several months is one cell over them.</summary>
    private static List<GridCell> Cells(List<GridFee> fees, DateOnly today)
    {
        var cells = new List<GridCell>();
        for (var month = 1; month <= Months; month++)
        {
            if (fees.Find(f => f.FeeMonth == month) is not { } fee)
            {
                cells.Add(new GridCell(month, month, CellKind.None, 0, 0, null, null));
                continue;
            }

            cells.Add(new GridCell(month, fee.ThroughMonth, fee.KindOn(today), fee.Amount - fee.Waived, fee.Left, fee.DueDate, fee.Id));
            month = fee.ThroughMonth;
        }

        return cells;
    }

    private sealed record GridFee(int Id, int CompanyId, int FeeMonth, int ThroughMonth, decimal Amount, decimal EntryAmount, decimal Waived, decimal AmountPaid, bool IsCancelled, DateOnly DueDate)
    {
        public decimal Left => IsCancelled ? 0 : Amount - Waived - AmountPaid;

        public CellKind KindOn(DateOnly today) => CellKinds.Of(IsCancelled, Amount, Waived, AmountPaid, DueDate < today);
    }
}
