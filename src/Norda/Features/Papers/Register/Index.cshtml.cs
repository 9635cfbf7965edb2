using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Papers.Mailing;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Register;

/// <summary>All papers of a year, the newest first.</summary>
[Access(Resource.Fee, Act.Read)]
[ResponseCache(NoStore = true)]
public class IndexModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    public int Year { get; private set; }
    public PaperKind? Kind { get; private set; }
    public IReadOnlyDictionary<PaperKind, int> Counts { get; private set; } = new Dictionary<PaperKind, int>();
    public IReadOnlyList<RegisterRow> Rows { get; private set; } = [];
    public PagerState Pager { get; private set; } = null!;
    public bool MayChange { get; } = AccessTable.Allows(me, Resource.Fee, Act.Change);

    public async Task OnGetAsync(int? rok, string? rodzaj, int? strona, CancellationToken cancel)
    {
        Year = Math.Clamp(rok ?? clock.Today().Year, 2000, 2100);
        Kind = Enum.TryParse<PaperKind>(rodzaj, out var kind) && Enum.IsDefined(kind) ? kind : null;
        var year = db.Set<Paper>().Where(p => p.Year == Year);
        Counts = await year.GroupBy(p => p.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var found = Kind is { } one ? Counts.GetValueOrDefault(one) : Counts.Values.Sum();
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        var page = Math.Clamp(strona ?? 1, 1, pages);
        Rows = await year.Where(p => Kind == null || p.Kind == Kind).OrderByDescending(p => p.Id).Skip((page - 1) * PageSize).Take(PageSize).Select(p => new RegisterRow(
            p.Id, p.Kind, PaperNames.Number(p.Series, p.Year, p.Number), db.Companies.Where(c => c.Id == p.CompanyId).Select(c => c.Name).First(), db.Companies.Where(c => c.Id == p.CompanyId).Select(c => c.Slug).First(),
            p.IssuedOn, p.Amount, db.Set<Paper>().Any(c => c.CorrectsId == p.Id), db.Set<PaperLetter>().Where(l => l.PaperId == p.Id).Select(l => (DateOnly?)l.SentOn).FirstOrDefault())).ToListAsync(cancel);
        Pager = new(page, pages, number => Link(Kind, number));
    }

    public string Link(PaperKind? kind, int page = 1) => Url.Content($"~/biuro/skladki/pisma?rok={Year}{(kind is null ? "" : $"&rodzaj={kind}")}{(page > 1 ? $"&strona={page}" : "")}");
}

public sealed record RegisterRow(int Id, PaperKind Kind, string Number, string Firm, string Slug, DateOnly IssuedOn, decimal Amount, bool IsCorrected, DateOnly? SentOn);
