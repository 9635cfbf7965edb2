using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Directory.Care;
using Norda.Features.Directory.Catalog;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Firms;

/// <summary>Every firm, whatever its state, with what the office looks after.</summary>
[Access(Resource.Firm, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public FirmQuery Asked { get; private set; } = new();
    public IReadOnlyList<FirmRow> Firms { get; private set; } = [];
    public IReadOnlyList<Narrowing> States { get; private set; } = [];
    public IReadOnlyList<Narrowing> Levels { get; private set; } = [];
    public IReadOnlyList<Narrowing> Gaps { get; private set; } = [];
    public IReadOnlyList<(string Text, string Href, bool IsOn)> Orders { get; private set; } = [];
    public int Total { get; private set; }
    public string FileAddress { get; private set; } = "";
    public PagerState Pager { get; private set; } = new(1, 1, _ => "");

    public async Task OnGetAsync([FromQuery(Name = "strona")] int number, CancellationToken cancel)
    {
        Asked = FirmQuery.Read(Request.Query);
        var now = clock.GetUtcNow().UtcDateTime;
        var address = new ListAddress(Url.Content("~/biuro/firmy"), Request.Query, FirmQuery.Kept);
        await Count(address, now, cancel);
        var chosen = Asked.Chosen(db, now).AsNoTracking();
        Total = await chosen.CountAsync(cancel);
        (number, var pages) = ListAddress.Clamp(number, Total);
        Pager = new PagerState(number, pages, address.Page);
        Firms = await Asked.Ordered(chosen).Skip((number - 1) * ListAddress.PageSize).Take(ListAddress.PageSize).AsSingleQuery().Select(c => new FirmRow(
            c.Id, c.Name, c.Address.Town, c.Nip, c.Email, c.Status, c.DataQuality, c.Quality!.QualityScore, c.Quality.LastVerifiedAt, c.UpdatedAt,
            db.Set<CompanyUser>().Where(p => p.CompanyId == c.Id && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive).OrderBy(p => p.UserId).Select(p => p.User.Name).FirstOrDefault())).ToListAsync(cancel);
        FileAddress = new ListAddress(Url.Content("~/biuro/firmy.csv"), Request.Query, FirmQuery.Kept).With("", null);
        var orders = new (string? Key, string Text)[] { (null, texts["od A do Z"]), ("jakosc", texts["najsłabsze dane"]), ("sprawdzenie", texts["najdawniej sprawdzone"]), ("zmiana", texts["ostatnio zmienione"]) };
        Orders = [.. orders.Select(o => (o.Text, address.With("sortuj", o.Key), o.Key == Asked.Sort || o.Key is null && Asked.Sort is not ("jakosc" or "sprawdzenie" or "zmiana")))];
    }

    /// <summary>How many there are of each kind among those that were looked for.</summary>
    private async Task Count(ListAddress address, DateTime now, CancellationToken cancel)
    {
        var sought = Asked.Sought(db);
        var kinds = await sought.GroupBy(c => new { c.Status, c.DataQuality }).Select(g => new { g.Key.Status, g.Key.DataQuality, Count = g.Count() }).ToListAsync(cancel);
        var lacking = FirmQuery.Lacking(db, now);
        var gaps = await db.Set<AuditHead>().Select(_ => new[] { sought.Count(lacking["wlasciciela"]), sought.Count(lacking["sprawdzenia"]), sought.Count(lacking["nip"]), sought.Count(lacking["email"]) }).SingleAsync(cancel);
        States =
        [
            new(texts["Wszystkie"], address.With("stan", null), kinds.Sum(k => k.Count), Asked.State is null),
            .. Enum.GetValues<CompanyStatus>().Select(s => new Narrowing(texts[ChangeFirmState.Word(s)], address.With("stan", FirmQuery.Name(s)), kinds.Where(k => k.Status == s).Sum(k => k.Count), Asked.State == s)),
        ];
        Levels = [.. Enum.GetValues<DataQualityLevel>().Select(l => new Narrowing(texts[CatalogTexts.Quality(FirmQuery.Name(l))], address.With("jakosc", Asked.Quality == l ? null : FirmQuery.Name(l)), kinds.Where(k => k.DataQuality == l).Sum(k => k.Count), Asked.Quality == l))];
        string[] words = [texts["bez właściciela"], texts["bez sprawdzenia od roku"], texts["bez NIP-u"], texts["bez adresu e-mail"]];
        Gaps = [.. lacking.Keys.Select((key, i) => new Narrowing(words[i], address.With("brak", Asked.Lacks == key ? null : key), gaps[i], Asked.Lacks == key))];
    }
}

public sealed record FirmRow(int Id, string Name, string? Town, string? Nip, string? Email, CompanyStatus State, DataQualityLevel Level, int? Score, DateTime? VerifiedAt, DateTime? UpdatedAt, string? Owner);
