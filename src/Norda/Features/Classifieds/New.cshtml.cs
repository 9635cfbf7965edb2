using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>Two fields are enough: what, and a few words more.</summary>
[Access(Resource.Classified, Act.Create)]
[ResponseCache(NoStore = true)]
public class NewModel(PostClassified post, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public ClassifiedForm Form { get; set; } = new();

    /// <param name="tytul">What was searched for in vain.</param>
    public void OnGet(string? tytul, string? typ)
    {
        if (PlainText.Line(tytul) is { } sought)
            Form.Title = texts["Szukam: {0}", sought].Value is var title && title.Length > ClassifiedMap.LongestTitle ? title[..ClassifiedMap.LongestTitle] : title;
        Form.Type = (Codes.Listing(typ) ?? ListingType.Wanted).Code;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (ad, outcome) = await post.Run(Form, cancel);
        if (ad is null)
        {
            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
            return this.ShowAgain();
        }

        this.Say(texts["Ogłoszenie jest widoczne przez 30 dni."]);
        return LocalRedirect(Url.Content("~/ogloszenia/" + ClassifiedQueries.Address(ad.Id, ad.Slug)));
    }
}
