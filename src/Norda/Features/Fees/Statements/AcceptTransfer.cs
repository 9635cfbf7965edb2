using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>So much of a transfer is for this firm; for these fees, or for the oldest.</summary>
public sealed record TransferPart(int CompanyId, decimal Amount)
{
    public IReadOnlyList<(int FeeId, decimal Amount)> Wishes { get; init; } = [];
}

/// <summary>A person says whose a transfer is: one firm's, or several ones'. The payer's account is remembered unless they say otherwise.</summary>
public class AcceptTransfer(AppDb db, Me me, SettleShares settle, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int MostParts = 10;
    private const int MostWishes = 100;

    /// <param name="version">Of the transfer as the person saw it.</param>
    public async Task<Outcome> Run(int transferId, int version, IReadOnlyList<TransferPart> parts, bool remembers, CancellationToken cancel)
    {
        if (await db.Set<BankTransfer>().AsNoTracking().Where(t => t.Id == transferId).Select(t => new { t.Amount, t.Currency, t.BookedOn, t.PayerAccount }).SingleOrDefaultAsync(cancel) is not { } transfer)
            return Outcome.Refuse(texts["Tego przelewu nie ma."]);
        if (await FaultOf(transfer.Amount, transfer.Currency, transfer.BookedOn, parts, cancel) is { } fault)
            return fault;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            if (!await Claim(transferId, version, parts.Count == 1 ? parts[0].CompanyId : null, cancel))
                return Outcome.Refuse(texts["Ktoś z biura zajął się tym przelewem przed chwilą. Obejrzyj go jeszcze raz."]);
            db.AddRange(parts.Select(p => new TransferShare { TransferId = transferId, CompanyId = p.CompanyId, Amount = p.Amount, Wishes = WishText.Write(p.Wishes) }));
            if (remembers && transfer.PayerAccount is { } account)
                await Remember(account, transferId, parts, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
        return await settle.Run(transferId, cancel);
    }

    private async Task<Outcome?> FaultOf(decimal amount, string currency, DateOnly bookedOn, IReadOnlyList<TransferPart> parts, CancellationToken cancel)
    {
        if (parts.Count is 0 or > MostParts || parts.Select(p => p.CompanyId).Distinct().Count() != parts.Count)
            return Outcome.Refuse(texts["Wskaż od jednej do dziesięciu różnych firm."], "firma");
        if (amount <= 0 || currency != "PLN")
            return Outcome.Refuse(texts["Tego przelewu nie da się zaksięgować jako składki: to zwrot albo obca waluta. Pomiń go z powodem."]);
        if (bookedOn > clock.Today())
            return Outcome.Refuse(texts["Ten przelew ma datę z przyszłości. Zaksięguj go, gdy pieniądze wpłyną."]);
        if (parts.Any(p => p.Amount <= 0) || parts.Sum(p => p.Amount) != amount)
            return Outcome.Refuse(texts["Kwoty muszą razem dać {0}, a dają {1}.", amount.ToZloty(), parts.Sum(p => p.Amount).ToZloty()], "Kwota");
        if (parts.Any(p => p.Wishes.Count > MostWishes))
            return Outcome.Refuse(texts["Rozpisz wpłatę najwyżej na sto miesięcy."], "Kwota");
        if (parts.Any(p => p.Wishes.Any(w => w.Amount <= 0) || p.Wishes.Sum(w => w.Amount) > p.Amount))
            return Outcome.Refuse(texts["Rozpisane kwoty są razem większe niż wpłata. Popraw je albo wpisz większą kwotę."], "Kwota");
        var ids = parts.Select(p => p.CompanyId).ToList();
        return await db.Companies.CountAsync(c => ids.Contains(c.Id), cancel) == ids.Count ? null : Outcome.Refuse(texts["Tej firmy nie ma już w bazie."], "firma");
    }

    private async Task<bool> Claim(int transferId, int version, int? companyId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<BankTransfer>().Where(t => t.Id == transferId && t.Version == version && (t.State == TransferState.Proposed || t.State == TransferState.Asked) && t.Statement.UndoneAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.State, TransferState.Booked).SetProperty(x => x.CompanyId, companyId).SetProperty(x => x.IsAutomatic, false).SetProperty(x => x.DecidedBy, me.Id).SetProperty(x => x.DecidedAt, now)
                .SetProperty(x => x.Note, (string?)null).SetProperty(x => x.Version, x => x.Version + 1), cancel) == 1;
    }

    private async Task Remember(string account, int transferId, IReadOnlyList<TransferPart> parts, CancellationToken cancel)
    {
        var known = await db.Set<PayerAccount>().Where(a => a.Account == account).Select(a => a.CompanyId).ToListAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        db.AddRange(parts.Where(p => !known.Contains(p.CompanyId)).Select(p => new PayerAccount { Account = account, CompanyId = p.CompanyId, TransferId = transferId, ConfirmedBy = me.Id, ConfirmedAt = now }));
    }
}
