using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Editor;

/// <summary>A list of the profile: its entries, and a form that adds one or changes the one that ?pozycja= names.</summary>
[Access(Resource.CompanyProfile, Act.Change)]
public class ListModel(AppDb db, Me me, Drafts drafts, SaveFirm firms, SaveEntry save, RemoveEntry remove, TimeProvider clock, IStringLocalizer<Texts> texts) : EditorPage(db, me, drafts)
{
    [BindProperty(SupportsGet = true, Name = "pozycja")]
    public string? Editing { get; set; }

    public ListSection Section { get; private set; } = null!;
    public IReadOnlyList<ListEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string lista, CancellationToken cancel)
    {
        if (!await Find(lista, cancel))
            return NotFound();
        await Show(cancel);
        if (Editing is null)
            return Page();
        if (Entries.FirstOrDefault(e => e.Key == Editing) is not { } entry)
            return NotFound();
        (Form, Seen) = (new Dictionary<string, string?>(entry.Values, StringComparer.Ordinal), entry.Seen);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string lista, CancellationToken cancel)
    {
        if (!await Find(lista, cancel))
            return NotFound();
        var saved = await save.Run(Firm.Id, Section, Editing, Typed, cancel);
        if (!saved.IsDone)
        {
            await Show(cancel);
            return Again(saved);
        }

        this.Say(texts["Zapisano. Zmiana jest już w katalogu."]);
        return LocalRedirect(Link("/moja-firma/" + lista));
    }

    public async Task<IActionResult> OnPostUsunAsync(string lista, CancellationToken cancel)
    {
        if (!await Find(lista, cancel))
            return NotFound();
        if (await remove.Run(Firm.Id, Section, Editing ?? "", Seen, cancel) is { Refusal: { } refusal })
        {
            (Editing, Seen) = (null, null);
            await Show(cancel);
            return Again(Saved.Refuse("", refusal));
        }

        this.Say(texts["Usunięto. Możesz to cofnąć w historii zmian."]);
        return LocalRedirect(Link("/moja-firma/" + lista));
    }

    private async Task<bool> Find(string lista, CancellationToken cancel)
    {
        Section = ListSections.Find(lista)!;
        if (Section is null || !await Open(cancel))
            return false;
        Lists = await Db.EditorChoices(Section.Fields, cancel);
        return true;
    }

    private async Task Show(CancellationToken cancel)
    {
        Db.ChangeTracker.Clear(); // a refused change is still in it
        Entries = await firms.Load(Firm.Id, cancel) is { } firm ? Section.Entries(firm, clock.Today()) : [];
    }
}
