using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Statements;

/// <summary>What a person does on the page of a statement. It has no page of its own; a refusal is said on the page of the transfer.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class DecideModel(AppDb db, AcceptTransfer accept, IgnoreTransfer ignore, UndoTransfer undo, UndoStatement undoStatement, IStringLocalizer<Texts> texts) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/biuro/skladki/wyciagi"));

    /// <summary>The whole transfer to one firm.</summary>
    public async Task<IActionResult> OnPostPrzyjmijAsync(int id, int wersja, int firma, bool zapamietaj, string? powrot, CancellationToken cancel)
    {
        var amount = await db.Set<BankTransfer>().Where(t => t.Id == id).Select(t => t.Amount).SingleOrDefaultAsync(cancel);
        return await Back(id, await accept.Run(id, wersja, [new TransferPart(firma, amount)], zapamietaj, cancel), powrot, cancel);
    }

    public async Task<IActionResult> OnPostPominAsync(int id, int wersja, string? powod, string? powrot, CancellationToken cancel) => await Back(id, await ignore.Run(id, wersja, powod, cancel), powrot, cancel);

    public async Task<IActionResult> OnPostCofnijAsync(int id, int wersja, string? powrot, CancellationToken cancel)
    {
        var outcome = await undo.Run(id, wersja, cancel);
        this.Say(outcome.Refusal ?? texts["Cofnięto. Przelew znów czeka na wskazanie firmy."]);
        return await Back(id, outcome, powrot, cancel, wasUndone: true);
    }

    public async Task<IActionResult> OnPostCofnijWszystkoAsync(int id, CancellationToken cancel)
    {
        var outcome = await undoStatement.Run(id, cancel);
        this.Say(outcome.Refusal ?? texts["Cofnięto cały wyciąg. Jego wpłaty znów są nieopłacone."]);
        return LocalRedirect(Url.Content("~/biuro/skladki/wyciagi"));
    }

    private async Task<IActionResult> Back(int id, Outcome outcome, string? query, CancellationToken cancel, bool wasUndone = false)
    {
        if (await db.Set<BankTransfer>().Where(t => t.Id == id).Select(t => (int?)t.StatementId).SingleOrDefaultAsync(cancel) is not { } statement)
            return NotFound();
        if (outcome.Refusal is { } refusal && !wasUndone)
        {
            this.Say(refusal);
            return LocalRedirect(Url.Content($"~/biuro/skladki/wyciagi/przelew/{id}"));
        }

        var kept = query is { Length: > 0 and < 100 } && query.StartsWith('?') ? query : "";
        var just = wasUndone ? "" : $"{(kept.Length == 0 ? "?" : "&")}zapisano={id}";
        return LocalRedirect(Url.Content($"~/biuro/skladki/wyciagi/{statement}") + kept + just + "#przelewy");
    }
}
