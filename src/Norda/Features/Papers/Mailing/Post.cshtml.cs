using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Papers.Cards;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Papers.Mailing;

/// <summary>What the buttons of the account card do with papers of one firm. It has no page of its own.</summary>
[Access(Resource.Fee, Act.Change)]
[ResponseCache(NoStore = true)]
public class PostModel(AppDb db, PostPaper post, MakeCard card, IStringLocalizer<Texts> texts) : PageModel
{
    public IActionResult OnGet(string slug) => Back(slug);

    public async Task<IActionResult> OnPostWyslijAsync(string slug, PostKind rodzaj, int? pismo, CancellationToken cancel)
    {
        if (await Firm(slug, cancel) is not { } firm)
            return NotFound();
        var (posted, reason) = await post.Run(new PostOrder(firm, rodzaj) { PaperId = pismo }, cancel);
        this.Say(posted switch
        {
            Posted.Mailed => texts["Pismo jest w drodze do firmy."],
            Posted.ToPrint => texts["Firma nie ma adresu e-mail. Pismo jest zapisane jako wysłane pocztą: pobierz je i wydrukuj."],
            _ => reason!,
        });
        return Back(slug);
    }

    public async Task<IActionResult> OnPostKartaAsync(string slug, CancellationToken cancel)
    {
        if (await Firm(slug, cancel) is not { } firm)
            return NotFound();
        this.Say((await card.Run(firm, cancel)).Refusal ?? texts["Karta członkowska jest gotowa."]);
        return Back(slug);
    }

    private Task<int?> Firm(string slug, CancellationToken cancel) => db.Companies.Where(c => c.Slug == slug).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancel);

    private LocalRedirectResult Back(string slug) => LocalRedirect(Url.Content($"~/biuro/skladki/firma/{Uri.EscapeDataString(slug)}#pisma"));
}
