using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Duplicates;

/// <summary>Firms that may stand in the directory twice, the likeliest first, and merges that can be taken back.</summary>
[Access(Resource.Duplicate, Act.Change)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, KeepApart apart, UndoMerge undo, IStringLocalizer<Texts> texts) : PageModel
{
    private const int PageSize = 20;
    private const int MostMerges = 20;

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PairView> Pairs { get; private set; } = [];
    public IReadOnlyList<MergeView> Merges { get; private set; } = [];
    public int Total { get; private set; }
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var waiting = db.Set<DuplicatePair>().AsNoTracking().Where(p => p.IsDuplicate == null && p.First.Status != CompanyStatus.Archived && p.Second.Status != CompanyStatus.Archived);
        Total = await waiting.CountAsync(cancel);
        var pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, pages);
        Pairs = await waiting.OrderByDescending(p => p.Points).ThenBy(p => p.FirstId).ThenBy(p => p.SecondId).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(p => new PairView(new(p.FirstId, p.First.Name, p.First.Address.Town, p.First.Nip), new(p.SecondId, p.Second.Name, p.Second.Address.Town, p.Second.Nip), p.Points, p.Reasons)).ToListAsync(cancel);
        Merges = await (from merge in db.Set<CompanyMerge>().AsNoTracking()
                        join kept in db.Companies on merge.KeptId equals kept.Id
                        join merged in db.Companies on merge.MergedId equals merged.Id
                        where merge.UndoneAt == null
                        orderby merge.Id descending
                        select new MergeView(merge.Id, merge.MergedAt, kept.Name, kept.Slug, merged.Name)).Take(MostMerges).ToListAsync(cancel);
        Pager = new PagerState(Number, pages, page => Url.Content($"~/biuro/duplikaty?strona={page}"));
    }

    public async Task<IActionResult> OnPostAsync(int first, int second, CancellationToken cancel)
    {
        this.Say(await apart.Run(first, second, cancel) ? texts["Zapisano: to dwie różne firmy."] : texts["O tej parze ktoś już zdecydował."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCofnijAsync(int id, CancellationToken cancel)
    {
        if (await undo.Run(id, cancel) is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", refusal);
            await OnGetAsync(cancel);
            return this.ShowAgain();
        }

        this.Say(texts["Rozdzielono. Obie firmy są takie jak przed połączeniem."]);
        return RedirectToPage();
    }

    public static IEnumerable<string> Why(string reasons, IStringLocalizer<Texts> texts) => reasons.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<LikenessReason>).Select(r => r switch
    {
        LikenessReason.Nip => texts["ten sam NIP"].Value,
        LikenessReason.Register => texts["ten sam REGON albo KRS"].Value,
        LikenessReason.Name => texts["podobna nazwa"].Value,
        LikenessReason.Town => texts["ta sama miejscowość"].Value,
        LikenessReason.Phone => texts["ten sam telefon"].Value,
        LikenessReason.Web => texts["ta sama strona WWW"].Value,
        LikenessReason.Mail => texts["ta sama domena poczty"].Value,
        _ => texts["ale różne NIP-y"].Value,
    });
}

public sealed record SuspectView(int Id, string Name, string? Town, string? Nip);

public sealed record PairView(SuspectView First, SuspectView Second, int Points, string Reasons);

public sealed record MergeView(int Id, DateTime At, string Kept, string Slug, string Merged);
