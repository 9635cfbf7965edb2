using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Membership.Deciding;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Register;

public sealed class EndForm : ResolutionForm
{
    public MemberEnd How { get; set; }
    public string? LastDay { get; set; }
    public string? Reason { get; set; }
}

/// <summary>Ways out in words: keys of the texts.</summary>
public static class EndWords
{
    public static string Of(MemberEnd how) => how switch
    {
        MemberEnd.Resigned => "rezygnacja firmy",
        MemberEnd.Excluded => "wykluczenie uchwałą",
        _ => "firma przestała istnieć",
    };
}

/// <summary>A membership comes to its end; the fees stay as they are.</summary>
[Access(Resource.Member, Act.Change)]
[ResponseCache(NoStore = true)]
public class EndModel(AppDb db, EndMembership end, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public EndForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => await Load(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
            return NotFound();
        ModelState.Clear();
        var outcome = await end.Run(id, new Departure(Form.How, MembershipTexts.ReadDay(Form.LastDay), Form.Resolution(texts["Koniec członkostwa"]), Form.Reason), cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field is { } field ? $"Form.{field}" : "", refusal);
            return this.ShowAgain();
        }

        this.Say(texts["Członkostwo zakończone. Zaległe składki pozostają; wizytówkę przeniesiesz do archiwum na stronie firmy."]);
        return LocalRedirect(Url.Content($"~/biuro/czlonkowie/{id}"));
    }

    private async Task<bool> Load(int id, CancellationToken cancel)
    {
        Name = await db.Set<Member>().Where(m => m.Id == id && m.Until == null).Select(m => m.Company.Name).SingleOrDefaultAsync(cancel) ?? "";
        return Name.Length > 0;
    }
}
