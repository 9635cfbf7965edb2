using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees;
using Norda.Features.Fees.Payments;
using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Notes;

/// <summary>Issues a debit note for fees of one firm. A fee stands on one note at a time; what the firm has paid by then is taken off.</summary>
public class IssueNote(AppDb db, SettleAccount account, IssuePaper issue, TakeNumber numbers, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int MostLines = 60;

    public async Task<(Outcome Outcome, int? PaperId)> Run(int companyId, IReadOnlyCollection<int> feeIds, CancellationToken cancel)
    {
        if (issue.Ready() is { Refused: true } unready)
            return (unready, null);
        if (feeIds.Count is 0 or > MostLines)
            return (Outcome.Refuse(texts["Zaznacz na nocie od jednej do sześćdziesięciu składek."], "skladka"), null);
        await numbers.Open(TakeNumber.Notes, clock.Today().Year, cancel);
        await using var turn = await account.Begin(companyId, cancel);
        var fees = await db.Set<Fee>().AsNoTracking().Where(f => f.CompanyId == companyId && feeIds.Contains(f.Id) && f.CancelledAt == null && f.Amount > f.Waived).OrderBy(f => f.FeeYear).ThenBy(f => f.FeeMonth).ToListAsync(cancel);
        if (fees.Count != feeIds.Distinct().Count() || await db.Set<NotedFee>().AnyAsync(n => feeIds.Contains(n.FeeId), cancel))
            return (Outcome.Refuse(texts["Jedna z tych składek jest już na nocie albo się zmieniła. Otwórz stronę jeszcze raz."], "skladka"), null);
        var firm = await db.Companies.Where(c => c.Id == companyId).Addressed(db).SingleAsync(cancel);
        var paper = await issue.Run(PaperKind.Note, TakeNumber.Notes, firm, number => Write(number, firm, fees), cancel);
        db.AddRange(fees.Select(f => new NotedFee { FeeId = f.Id, Paper = paper }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
            return (Outcome.Refuse(texts["Jedna z tych składek jest już na nocie albo się zmieniła. Otwórz stronę jeszcze raz."], "skladka"), null);
        }

        await turn.CommitAsync(cancel);
        return (Outcome.Done, paper.Id);
    }

    private PaperContent Write(string number, AddressedFirm firm, List<Fee> fees)
    {
        var (today, latest) = (clock.Today(), fees[^1]);
        var due = fees.Max(f => f.DueDate);
        return issue.Payable(issue.Frame(number, firm, fees.ConvertAll(Line)), firm, due < today ? today : due, new DateOnly(latest.FeeYear, latest.FeeMonth, 1));
    }

    /// <summary>Papers are Polish, whatever language the office works in.</summary>
    internal static PaperLine Line(Fee fee) => Spoken.In("pl", () => new PaperLine($"Składka członkowska, {Period.Of(fee.FeeYear, fee.FeeMonth, fee.ThroughMonth)}", fee.DueDate, fee.Amount - fee.Waived, fee.AmountPaid)
    {
        Basis = fee.EntryAmount > 0 ? $"w tym wpisowe {fee.EntryAmount.ToZloty()}" : fee.Waived > 0 ? string.Create(CultureInfo.CurrentCulture, $"po umorzeniu {fee.Waived.ToZloty()}") : null,
    });
}
