using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>The author's own advertisement: its words and its photographs.</summary>
[Access(Resource.Classified, Act.Change)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(StorePicture.MostBytes + 64 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = StorePicture.MostBytes + 64 * 1024)]
public class EditModel(AppDb db, Me me, ChangeClassified change, ChangeClassifiedPhotos photos, IStringLocalizer<Texts> texts) : PageModel
{
    private Classified ad = null!;

    [BindProperty]
    public ClassifiedForm Form { get; set; } = new();

    /// <summary>Of the text that the form shows.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public string? Described { get; private set; }
    public string Address => ClassifiedQueries.Address(ad.Id, ad.Slug);
    public IReadOnlyList<ClassifiedPhoto> Photos => ad.Photos;
    public string Heading => ad.Title;

    public async Task<IActionResult> OnGetAsync(string adres, CancellationToken cancel)
    {
        if (!await Find(adres, cancel))
            return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string adres, CancellationToken cancel)
    {
        if (!await Find(adres, cancel))
            return NotFound();
        if (ModelState.IsValid && await change.Run(ad.Id, Seen, Form, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (!ModelState.IsValid)
            return this.ShowAgain();
        this.Say(texts["Zapisano."]);
        return LocalRedirect(Url.Content($"~/ogloszenia/{ad.Id}"));
    }

    public Task<IActionResult> OnPostZdjecieAsync(string adres, IFormFile? plik, string? opis, CancellationToken cancel)
    {
        Described = opis;
        return Do(adres, () => photos.Add(ad.Id, plik, opis, cancel), texts["Zdjęcie jest w ogłoszeniu."], cancel);
    }

    public Task<IActionResult> OnPostUsunAsync(string adres, int zdjecie, CancellationToken cancel) => Do(adres, () => photos.Remove(ad.Id, zdjecie, cancel), texts["Usunięto zdjęcie."], cancel);

    private async Task<IActionResult> Do(string adres, Func<Task<Outcome>> work, string done, CancellationToken cancel)
    {
        if (!await Find(adres, cancel))
            return NotFound();
        ModelState.Clear();
        var outcome = await work();
        if (outcome.Refusal is not { } refusal)
        {
            this.Say(done);
            return LocalRedirect(Url.Content($"~/ogloszenia/{Address}/zmien"));
        }

        Fill();
        ModelState.AddModelError(outcome.Field ?? "", refusal);
        return this.ShowAgain();
    }

    private void Fill() => (Form, Seen) = (new ClassifiedForm
    {
        Title = ad.Title, Description = ad.Description, Type = ad.ListingType.Code, Category = ad.Category.Code, Budget = ad.BudgetInfo, Place = ad.LocationInfo, IsAnonymous = ad.IsAnonymous, Once = ad.Once,
    }, ad.Version);

    private async Task<bool> Find(string address, CancellationToken cancel)
    {
        var id = ClassifiedQueries.NumberIn(address);
        ad = (await db.Set<Classified>().AsNoTracking().Include(c => c.Photos.OrderBy(p => p.Id)).SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == me.Id, cancel))!;
        return ad is not null;
    }
}
