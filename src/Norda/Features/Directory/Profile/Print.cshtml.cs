using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Norda.Data;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Profile;

/// <summary>The card of a firm on one sheet of paper, with its register data open and its QR code.</summary>
[Access(Resource.Directory, Act.Read)]
[OutputCache(PolicyName = PublicPages.Policy)]
public class PrintModel(AppDb db, Me me, TimeProvider clock, PageAge age) : CompanyPage(db, me, clock, age)
{
    public Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => Open(slug, "/drukuj", cancel);
}
