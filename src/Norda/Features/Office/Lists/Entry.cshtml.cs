using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Features.Directory;
using Norda.Features.Directory.Lists;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Lists;

/// <summary>One entry of a list: its name, and the entry that it should become one with.</summary>
[Access(Resource.Dictionary, Act.Change)]
[ResponseCache(NoStore = true)]
public class EntryModel(ListEntries entries, RenameListEntry rename, MergeListEntries merge, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Offered = 500;

    public ListKind Kind { get; private set; }
    public string EntryName { get; private set; } = "";
    public int Firms { get; private set; }
    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>What was typed into the form that came back: the new name, or the other entry.</summary>
    public string? Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string lista, int id, CancellationToken cancel)
    {
        Kind = ListNames.Read(lista);
        if (await entries.Of(Kind).Where(e => e.Id == id).Select(e => e.Name).SingleOrDefaultAsync(cancel) is not { } name)
            return NotFound();
        EntryName = name;
        Firms = (await entries.Firms(Kind, id, cancel)).Count;
        Others = await entries.Of(Kind).Where(e => e.Id != id).OrderBy(e => e.Name).Take(Offered).Select(e => e.Name).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string lista, int id, string? nazwa, string? byla, CancellationToken cancel)
    {
        Typed = nazwa;
        return await Answer(lista, id, await rename.Run(ListNames.Read(lista), id, nazwa, byla, cancel), texts["Zmieniono nazwę."], $"/{lista}/{id}", cancel);
    }

    public async Task<IActionResult> OnPostPolaczAsync(string lista, int id, [FromForm(Name = "do")] string? into, CancellationToken cancel)
    {
        Typed = into;
        var (firms, outcome) = await merge.Run(ListNames.Read(lista), id, into, cancel);
        return await Answer(lista, id, outcome, texts["Połączono. Zmienione firmy: {0}.", firms], $"?lista={lista}", cancel);
    }

    private Task<IActionResult> Answer(string lista, int id, Outcome outcome, string done, string next, CancellationToken cancel) =>
        this.Answer(outcome, done, () => LocalRedirect(Url.Content("~/biuro/ustawienia/slowniki" + next)), () => OnGetAsync(lista, id, cancel));
}
