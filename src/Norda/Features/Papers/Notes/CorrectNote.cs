using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Features.Papers.Writing;
using Norda.Platform;

namespace Norda.Features.Papers.Notes;

/// <summary>Takes a note back by another one with the same lines below zero. Its fees may then stand on a new note.</summary>
public class CorrectNote(AppDb db, SettleAccount account, IssuePaper issue, TakeNumber numbers, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int LongestReason = 300;

    public async Task<(Outcome Outcome, int? PaperId)> Run(int noteId, string? reason, CancellationToken cancel)
    {
        if (PlainText.Line(reason) is not { Length: <= LongestReason } why)
            return (Outcome.Refuse(texts["Napisz, dlaczego nota jest korygowana (do 300 znaków). To zdanie stanie na nocie korygującej."], "powod"), null);
        if (issue.Ready() is { Refused: true } unready)
            return (unready, null);
        if (await db.Set<Paper>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == noteId && p.Kind == PaperKind.Note, cancel) is not { } note || PaperContent.Read(note.Content, note.Hash) is not { } former)
            return (Outcome.Refuse(texts["Tej noty nie ma albo jej zapis jest uszkodzony."]), null);
        await numbers.Open(TakeNumber.Notes, clock.Today().Year, cancel);
        await using var turn = await account.Begin(note.CompanyId, cancel);
        var firm = await db.Companies.Where(c => c.Id == note.CompanyId).Addressed(db).SingleAsync(cancel);
        var paper = await issue.Run(PaperKind.Correction, TakeNumber.Notes, firm, number => Write(number, firm, former, why), cancel, corrects: note);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
            return (Outcome.Refuse(texts["Ta nota jest już skorygowana."]), null);
        }

        await db.Set<NotedFee>().Where(n => n.PaperId == noteId).ExecuteDeleteAsync(cancel);
        await turn.CommitAsync(cancel);
        db.ChangeTracker.Clear(); // it may still hold the fees of a note that was issued in the same piece of work
        return (Outcome.Done, paper.Id);
    }

    private PaperContent Write(string number, AddressedFirm firm, PaperContent former, string reason) =>
        issue.Frame(number, firm, [.. former.Lines.Select(l => l with { Amount = -l.Amount, Paid = -l.Paid })]) with { Recipient = former.Recipient, Reason = reason, Former = former.Number, FormerOn = former.IssuedOn };
}
