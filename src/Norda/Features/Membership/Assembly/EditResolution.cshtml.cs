using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

public sealed class RegisterForm
{
    public string? Number { get; set; }
    public string? AdoptedDate { get; set; }
    public string? Body { get; set; } = "Zarząd";
    public string? Title { get; set; }
    public string? Text { get; set; }
    public ResolutionVisibility Visibility { get; set; } = ResolutionVisibility.Members;
    public int Version { get; set; }
}

/// <summary>A resolution is entered, or its entry corrected.</summary>
[Access(Resource.Resolution, Act.Change)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(StorePdf.MostBytes + 1024 * 1024)]
public class EditResolutionModel(AppDb db, SaveResolution save, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    /// <summary>Bodies that the register knows.</summary>
    public IReadOnlyList<string> Bodies { get; private set; } = [];

    /// <summary>What another person saved in the meantime.</summary>
    public IReadOnlyList<Differing>? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancel)
    {
        await Load(cancel);
        if (id is null)
            return Page();
        if (await db.Set<Resolution>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } known)
            return NotFound();
        Form = FormOf(known);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, IFormFile? pdf, CancellationToken cancel)
    {
        ModelState.Clear();
        var (saved, outcome) = await save.Run(id, new ResolutionOrder(Form.Number, MembershipTexts.ReadDay(Form.AdoptedDate), Form.Body, Form.Title, Form.Text, Form.Visibility) { Version = Form.Version }, pdf, cancel);
        if (outcome.Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            var known = await db.Set<Resolution>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel);
            if (id is not null && known is null)
                return NotFound();
            if (outcome.Field == nameof(Form.Version))
                Compare(FormOf(known!));
            else
                ModelState.AddModelError(outcome.Field is { } field ? field == "pdf" ? field : $"Form.{field}" : "", refusal);
            await Load(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Uchwała jest w rejestrze."]);
        return LocalRedirect(Url.Content($"~/biuro/uchwaly/{saved}"));
    }

    private static RegisterForm FormOf(Resolution known) => new()
    {
        Number = known.Number, AdoptedDate = known.AdoptedOn.ToString("d.MM.yyyy", CultureInfo.InvariantCulture), Body = known.Body, Title = known.Title, Text = known.Text, Visibility = known.Visibility, Version = known.Version,
    };

    /// <summary>Both versions side by side; to save again is then to know.</summary>
    private void Compare(RegisterForm stored)
    {
        Differing[] all =
        [
            new(texts["Numer uchwały"], stored.Number, Form.Number), new(texts["Data uchwały"], stored.AdoptedDate, Form.AdoptedDate), new(texts["Kto ją podjął"], stored.Body, Form.Body),
            new(texts["Czego dotyczy"], stored.Title, Form.Title), new(texts["Treść"], stored.Text, Form.Text), new(texts["Kto czyta"], texts[PaperWords.Of(stored.Visibility)], texts[PaperWords.Of(Form.Visibility)]),
        ];
        Theirs = [.. all.Where(d => PlainText.Clean(d.Theirs) != PlainText.Clean(d.Mine))];
        Form.Version = stored.Version;
    }

    private async Task Load(CancellationToken cancel) => Bodies = await db.Set<Resolution>().Select(r => r.Body).Union(db.Set<ChamberBody>().Select(b => b.Name)).OrderBy(b => b).Take(50).ToListAsync(cancel);
}
