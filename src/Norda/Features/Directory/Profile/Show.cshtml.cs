using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
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

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var answer = await Open(slug, "", cancel);
        if (Gone is null && answer is PageResult)
            Similar = await _db.FindSimilar(Firm, cancel);
        return answer;
    }

    public IReadOnlyList<Crumb> Way(IStringLocalizer<Texts> texts) => Firm.CategoryName is { } category
        ? [new Crumb(texts["Katalog firm"], "~/katalog"), new Crumb(category, $"~/katalog/{Firm.CategorySlug}"), new Crumb(Firm.Name)]
        : [new Crumb(texts["Katalog firm"], "~/katalog"), new Crumb(Firm.Name)];
}
