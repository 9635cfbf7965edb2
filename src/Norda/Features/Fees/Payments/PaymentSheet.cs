using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Fees.Payments;

/// <summary>Fills the sheet in which a payment is recorded: with what the firm owes by the end of this month.</summary>
public class PaymentSheet(AppDb db, TimeProvider clock)
{
    private const int Most = 60;

    /// <param name="back">Query of the grid to which one returns.</param>
    public async Task<SheetView?> Open(string slug, string back, CancellationToken cancel)
    {
        var today = clock.Today();
        var firm = await db.Companies.Where(c => c.Slug == slug).Select(c => new { c.Id, c.Name, c.Slug, c.Address.Town, c.Email, Credit = db.Set<FeeAccount>().Where(a => a.CompanyId == c.Id).Sum(a => a.Credit) }).SingleOrDefaultAsync(cancel);
        if (firm is null)
            return null;
        var open = await db.Set<Fee>().Where(f => f.CompanyId == firm.Id && f.Status != FeeStatus.Paid).OrderBy(f => f.DueDate).ThenBy(f => f.FeeYear).ThenBy(f => f.FeeMonth).Take(Most)
            .Select(f => new OpenFee(f.Id, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.Amount - f.Waived - f.AmountPaid, f.DueDate)).ToListAsync(cancel);
        return new SheetView(firm.Slug, firm.Name, firm.Town, firm.Email is not null, firm.Credit, open, today, back);
    }
}

public sealed record OpenFee(int Id, int Year, int FirstMonth, int LastMonth, decimal Left, DateOnly Due)
{
    public string Name => Period.Of(Year, FirstMonth, LastMonth);
}

public sealed record SheetView(string Slug, string Name, string? Town, bool HasEmail, decimal Credit, IReadOnlyList<OpenFee> Open, DateOnly Today, string Back)
{
    public decimal Arrears => Open.Where(f => f.Due < Today).Sum(f => f.Left);

    /// <summary>Fees whose time has begun, or is past: what a firm that pays now pays for; with nothing of the kind, the next one.</summary>
    public IReadOnlyList<OpenFee> Now => Open.Where(f => (f.Year, f.FirstMonth).CompareTo((Today.Year, Today.Month)) <= 0).ToList() is { Count: > 0 } begun ? begun : [.. Open.Take(1)];

    public decimal Proposed => Now.Sum(f => f.Left);
}
