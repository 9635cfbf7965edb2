using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Membership.Assembly;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>The fourth step: the statute, the note about personal data, consents that may be left out, and the signature.</summary>
[Access(Resource.Declaration, Act.Create)]
[ResponseCache(NoStore = true)]
public class TermsModel(AppDb db, DeclarationDrafts drafts, ShortMemory memory, TimeProvider clock, IStringLocalizer<Texts> texts) : DeclarationStep(drafts, memory, texts)
{
    [BindProperty]
    public TermsPart Form { get; set; } = new();

    /// <summary>The statute in the library; null where it lies in the office alone.</summary>
    public (int VersionId, string Label)? Statute { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(() => Form = Data.Terms, cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Keep(Form, () => Data.Terms = Form, "~/dolacz/wyslij", cancel);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Set<DocumentVersion>().StatuteOn(clock.Today()).Select(v => new { v.Id, v.Label }).SingleOrDefaultAsync(HttpContext.RequestAborted) is { } statute)
            Statute = (statute.Id, statute.Label);
        await next();
    }
}
