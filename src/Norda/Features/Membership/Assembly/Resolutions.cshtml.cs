using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>The register of resolutions, the newest first.</summary>
[Access(Resource.Resolution, Act.Read)]
[ResponseCache(NoStore = true)]
public class ResolutionsModel(AppDb db, Me me) : PageModel
{
    private const int PageSize = 50;
    private const int LongestWord = 100;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; }

    public IReadOnlyList<ResolutionRow> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Resolution, Act.Change);
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var word = AnyCase.Typed(Q);
        var found = db.Set<Resolution>().AsNoTracking();
        if (word.Length is > 0 and <= LongestWord)
            found = found.Where(r => AnyCase.Of(r.Title)!.Contains(word) || AnyCase.Of(r.Body)!.Contains(word) || AnyCase.Of(r.Number)!.Contains(word));
        Total = await found.CountAsync(cancel);
        var pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        Rows = await found.OrderByDescending(r => r.AdoptedOn).ThenByDescending(r => r.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(r => new ResolutionRow(r.Id, r.Number, r.Body, r.AdoptedOn, r.Title, r.Visibility, r.FileId != null, db.Set<Member>().Count(m => m.ResolutionId == r.Id))).ToListAsync(cancel);
        var sought = word.Length > 0 ? "q=" + Uri.EscapeDataString(Q!.Trim()) + "&" : "";
        Pager = new PagerState(Number, pages, page => $"{Url.Content("~/biuro/uchwaly")}?{sought}strona={page}");
    }
}

public sealed record ResolutionRow(int Id, string Number, string Body, DateOnly AdoptedOn, string Title, ResolutionVisibility Visibility, bool HasFile, int Admitted);
