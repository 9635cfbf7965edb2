using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>The third step: who acts for the firm, and how many people work there.</summary>
[Access(Resource.Declaration, Act.Create)]
[ResponseCache(NoStore = true)]
public class PersonModel(DeclarationDrafts drafts, ShortMemory memory, IStringLocalizer<Texts> texts) : DeclarationStep(drafts, memory, texts)
{
    [BindProperty]
    public PersonPart Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(() => Form = Data.Person, cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Keep(Form, () => Data.Person = Form, "~/dolacz/zgody", cancel);
}
