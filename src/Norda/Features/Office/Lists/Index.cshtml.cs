using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Directory.Lists;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Lists;

/// <summary>The chamber's lists: how many firms have each entry, and new entries.</summary>
[Access(Resource.Dictionary, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, AddListEntry add, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Lista { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public ListKind Kind => ListNames.Read(Lista);
    public IReadOnlyList<EntryRow> Entries { get; private set; } = [];
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    /// <summary>The name that was refused.</summary>
    public string? Typed { get; private set; }

    public string? Fault { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "strona")] int number, CancellationToken cancel)
    {
        var rows = Rows();
        var word = AnyCase.Typed(Q);
        if (word.Length is > 0 and <= ListAddress.LongestWord)
            rows = rows.Where(r => AnyCase.Of(r.Name)!.Contains(word));
        (number, var pages) = ListAddress.Clamp(number, await rows.CountAsync(cancel));
        Pager = new PagerState(number, pages, new ListAddress(Url.Content("~/biuro/ustawienia/slowniki"), Request.Query, "lista", "q").Page);
        Entries = await rows.OrderBy(r => r.Name).Skip((number - 1) * ListAddress.PageSize).Take(ListAddress.PageSize).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? nazwa, CancellationToken cancel)
    {
        if (await add.Run(Kind, nazwa, cancel) is { Refusal: { } refusal })
        {
            (Typed, Fault) = (nazwa, refusal);
            ModelState.AddModelError("nazwa", refusal);
            await OnGetAsync(1, cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Dodano do listy."]);
        return LocalRedirect(Url.Content("~/biuro/ustawienia/slowniki?lista=" + ListNames.Address(Kind)));
    }

    private IQueryable<EntryRow> Rows() => Kind switch
    {
        ListKind.Category => db.Categories.Select(c => new EntryRow { Id = c.Id, Name = c.Name, Firms = db.Companies.Count(f => f.CategoryId == c.Id) }),
        ListKind.Service => db.Services.Select(s => new EntryRow { Id = s.Id, Name = s.Name, Firms = db.Set<CompanyService>().Count(f => f.ServiceId == s.Id) }),
        _ => db.Competencies.Select(s => new EntryRow { Id = s.Id, Name = s.Name, Firms = db.Set<CompanyCompetency>().Count(f => f.CompetencyId == s.Id) }),
    };
}

public sealed class EntryRow
{
    public int Id { get; init; }
    public string Name { get; init; } = "";
    public int Firms { get; init; }
}

/// <summary>The lists by their names in addresses.</summary>
public static class ListNames
{
    public static ListKind Read(string? address) => address switch
    {
        "uslugi" => ListKind.Service,
        "kompetencje" => ListKind.Competency,
        _ => ListKind.Category,
    };

    public static string Address(ListKind kind) => kind switch
    {
        ListKind.Service => "uslugi",
        ListKind.Competency => "kompetencje",
        _ => "branze",
    };

    /// <summary>Key of the text.</summary>
    public static string Word(ListKind kind) => kind switch
    {
        ListKind.Service => "Usługi",
        ListKind.Competency => "Kompetencje",
        _ => "Branże",
    };
}
