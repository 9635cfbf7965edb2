using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Notes;

/// <summary>Takes a note back by a correcting one, with the reason.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class CorrectModel(AppDb db, CorrectNote correct, IStringLocalizer<Texts> texts) : PageModel
{
    public NoteToCorrect Note { get; private set; } = null!;
    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, string? powod, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        Reason = powod;
        var (outcome, _) = await correct.Run(id, powod, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Clear();
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Nota korygująca wystawiona."]);
        return LocalRedirect(Url.Content($"~/biuro/skladki/firma/{Note.Slug}#pisma"));
    }

    private async Task<bool> Load(int id, CancellationToken cancel)
    {
        var note = await db.Set<Paper>().Where(p => p.Id == id && p.Kind == PaperKind.Note).Select(p => new NoteToCorrect(PaperNames.Number(p.Series, p.Year, p.Number), p.IssuedOn, p.Amount,
            db.Companies.Where(c => c.Id == p.CompanyId).Select(c => c.Name).First(), db.Companies.Where(c => c.Id == p.CompanyId).Select(c => c.Slug).First())).SingleOrDefaultAsync(cancel);
        Note = note!;
        return note is not null;
    }
}

public sealed record NoteToCorrect(string Number, DateOnly IssuedOn, decimal Amount, string Firm, string Slug);
