using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Profile;

/// <summary>The public page of a firm.</summary>
[Access(Resource.Directory, Act.Read)]
[OutputCache(PolicyName = PublicPages.Policy)]
public class ShowModel(AppDb db, Me me, TimeProvider clock, PageAge age) : CompanyPage(db, me, clock, age)
{
    private readonly AppDb _db = db;

    public IReadOnlyList<SimilarFirm> Similar { get; private set; } = [];

    /// <summary>Where details came from that the firm did not write itself (RODO, article 14).</summary>
    public IReadOnlyList<SourceView> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var answer = await Open(slug, "", cancel);
        if (Gone is null && answer is PageResult)
        {
            Similar = await _db.FindSimilar(Firm, cancel);
            if (Firm.HasForeignSources)
                Sources = await _db.Set<FieldSource>().Where(s => s.CompanyId == Firm.Id).GroupBy(s => s.Source).Select(g => new SourceView(g.Key, g.Max(s => s.TakenAt))).ToListAsync(cancel);
        }

        return answer;
    }

    public IReadOnlyList<Crumb> Way(IStringLocalizer<Texts> texts) => Firm.CategoryName is { } category
        ? [new Crumb(texts["Katalog firm"], "~/katalog"), new Crumb(category, $"~/katalog/{Firm.CategorySlug}"), new Crumb(Firm.Name)]
        : [new Crumb(texts["Katalog firm"], "~/katalog"), new Crumb(Firm.Name)];
}

/// <summary>A source and when something was last taken from it.</summary>
public sealed record SourceView(string Name, DateTime TakenAt)
{
    /// <summary>The name of the office's file is the office's matter.</summary>
    public string Shown(IStringLocalizer<Texts> texts) => Name.StartsWith("import:", StringComparison.Ordinal) ? texts["lista firm przekazana izbie"] : texts[Name];
}
