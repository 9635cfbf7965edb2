using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>The second step: the firm as its register has it.</summary>
[Access(Resource.Declaration, Act.Create)]
[ResponseCache(NoStore = true)]
public class FirmModel(DeclarationDrafts drafts, ShortMemory memory, IStringLocalizer<Texts> texts) : DeclarationStep(drafts, memory, texts)
{
    [BindProperty]
    public FirmPart Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(() => Form = Data.Firm, cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Keep(Form, () => Data.Firm = Form, "~/dolacz/osoba", cancel);
}
