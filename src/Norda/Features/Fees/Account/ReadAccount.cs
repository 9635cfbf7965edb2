using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Fees.Grid;
using Norda.Features.Fees.Statements.Matching;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Features.Fees.Account;

/// <summary>A firm's account: what it owes, what it paid, what is left over. The office and the firm read the same.</summary>
public class ReadAccount(AppDb db, TimeProvider clock)
{
    private const int Most = 240;

    public async Task<AccountView?> Run(IQueryable<Directory.Company> firms, CancellationToken cancel)
    {
        var today = clock.Today();
        var firm = await firms.Select(c => new
        {
            c.Id, c.Name, c.Slug, c.Nip, Credit = db.Set<FeeAccount>().Where(a => a.CompanyId == c.Id).Sum(a => a.Credit),
            Member = db.Set<Member>().Where(m => m.CompanyId == c.Id).OrderByDescending(m => m.Since).Select(m => new { m.Number, m.Since, m.Until, Band = m.Band!.Name }).FirstOrDefault(),
        }).FirstOrDefaultAsync(cancel);
        if (firm is null)
            return null;
        var fees = await db.Set<Fee>().Where(f => f.CompanyId == firm.Id).OrderByDescending(f => f.FeeYear).ThenByDescending(f => f.FeeMonth).Take(Most).Select(f => new AccountFee(
            f.Id, f.FeeYear, f.FeeMonth, f.ThroughMonth, f.Amount, f.EntryAmount, f.Waived, f.AmountPaid, f.CancelledAt != null, f.DueDate, f.Basis, f.WaiverReason,
            db.Set<Resolution>().Where(r => r.Id == f.WaiverResolutionId).Select(r => r.Number).FirstOrDefault(), f.Notes)).ToListAsync(cancel);
        var payments = await db.Set<FeePayment>().Where(p => p.CompanyId == firm.Id).OrderByDescending(p => p.PaidOn).ThenByDescending(p => p.Id).Take(Most).Select(p => new AccountPayment(
            p.Id, p.PaidOn, p.Amount, p.Method, p.Title, p.Reference, db.Set<PaymentReversal>().Where(r => r.PaymentId == p.Id).Select(r => r.Reason).FirstOrDefault())).ToListAsync(cancel);
        var steps = CivilInterest.With(await db.Set<InterestRate>().Select(r => new InterestStep(r.ValidFrom, r.Percent, r.Announcement)).ToListAsync(cancel));
        return new AccountView(firm.Id, firm.Name, firm.Slug, firm.Nip, firm.Member?.Number, firm.Member?.Since, firm.Member?.Until, firm.Member?.Band, firm.Credit, fees, payments, today)
        {
            Interest = fees.Where(f => f.IsLate(today)).Sum(f => CivilInterest.Of(f.Left, f.Due, today, steps).Amount),
        };
    }
}

public sealed record AccountView(
    int CompanyId, string Name, string Slug, string? Nip, int? Number, DateOnly? Since, DateOnly? Until, string? Band, decimal Credit, IReadOnlyList<AccountFee> Fees, IReadOnlyList<AccountPayment> Payments, DateOnly Today)
{
    public decimal Arrears => Fees.Where(f => f.IsLate(Today)).Sum(f => f.Left);
    public decimal Coming => Fees.Where(f => !f.IsLate(Today)).Sum(f => f.Left);

    /// <summary>What the arrears would cost until today, were they charged.</summary>
    public decimal Interest { get; init; }

    /// <summary>The next thing to pay.</summary>
    public AccountFee? Next => Fees.Where(f => f.Left > 0).MinBy(f => f.Due);

    /// <summary>What is to be paid now: all that is late, or else the next fee.</summary>
    public IReadOnlyList<AccountFee> ToPay => Arrears > 0 ? [.. Fees.Where(f => f.IsLate(Today)).OrderBy(f => f.Due)] : Next is { } next ? [next] : [];

    /// <summary>What the office and banks know the transfer by; its reference is found again on the bank's statement.</summary>
    public string TransferTitle => MemberReference.For(Number, Month) is { } reference ? $"Składka {Month:MM'/'yyyy} {reference}{(Nip is null ? "" : $" NIP {Nip}")}" : $"Składka członkowska {Today.Year}, {Name}";

    /// <summary>For which the next transfer is.</summary>
    private DateOnly Month => Next is { } next ? new(next.Year, next.FirstMonth, 1) : Today;
}

public sealed record AccountFee(
    int Id, int Year, int FirstMonth, int LastMonth, decimal Amount, decimal Entry, decimal Waived, decimal Paid, bool IsCancelled, DateOnly Due, string? Basis, string? WaiverReason, string? WaiverResolution, string? Notes)
{
    public decimal Left => IsCancelled ? 0 : Amount - Waived - Paid;
    public string Name => Period.Of(Year, FirstMonth, LastMonth);

    /// <summary>How the amount came about, where it is not plain: "3 × 50,00", "150,00 + 300,00".</summary>
    public string? HowMuch => Basis is not null && (Basis.Contains('×', StringComparison.Ordinal) || Basis.Contains('+', StringComparison.Ordinal)) ? Basis.Replace('.', ',') : null;

    public bool IsLate(DateOnly today) => Left > 0 && Due < today;

    public CellKind KindOn(DateOnly today) => CellKinds.Of(IsCancelled, Amount, Waived, Paid, Due < today);

    public static string? Badge(CellKind kind) => kind switch
    {
        CellKind.Paid or CellKind.Waived => "ok",
        CellKind.Partial => "warn",
        CellKind.Overdue => "bad",
        _ => null,
    };

    public static string Word(CellKind kind) => CellKinds.Word(kind);
}

public sealed record AccountPayment(int Id, DateOnly PaidOn, decimal Amount, PaymentMethod Method, string? Title, string? Reference, string? Reversal);
