using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>One advertisement, for members: asking its author, and for the author closing and renewing.</summary>
[Access(Resource.Classified, Act.Read)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, Me me, CountView count, ContactAuthor contact, CloseClassified close, RenewClassified renew, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public ClassifiedPage Ad { get; private set; } = null!;
    public DateTime Now { get; private set; }
    public bool IsMine => Ad.AuthorId == me.Id;

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string adres, CancellationToken cancel)
    {
        if (!await Find(adres, cancel))
            return NotFound();
        if (adres != ClassifiedQueries.Address(Ad.Id, Ad.Slug))
            return LocalRedirectPermanent(Place);
        if (!IsMine && Request.Headers["Sec-Purpose"].Count == 0)
            await count.Run(Ad.Id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string adres, CancellationToken cancel)
    {
        if (!await Find(adres, cancel))
            return NotFound();
        if (await contact.Run(Ad.Id, Text, cancel) is { Refusal: { } refusal } outcome)
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain(outcome.Wait);
        }

        this.Say(texts["Wysłano. Odpowiedź przyjdzie na Twój adres e-mail."]);
        return LocalRedirect(Place);
    }

    public Task<IActionResult> OnPostZakonczAsync(string adres, CancellationToken cancel) => Do(adres, close.Run, texts["Ogłoszenie zakończone. Możesz je przedłużyć, kiedy zechcesz."], cancel);

    public Task<IActionResult> OnPostPrzedluzAsync(string adres, CancellationToken cancel) => Do(adres, renew.Run, texts["Ogłoszenie jest aktualne przez następne 30 dni."], cancel);

    private string Place => Url.Content("~/ogloszenia/" + ClassifiedQueries.Address(Ad.Id, Ad.Slug));

    private async Task<IActionResult> Do(string adres, Func<int, CancellationToken, Task<Outcome>> verb, string done, CancellationToken cancel)
    {
        if (!await Find(adres, cancel) || !IsMine)
            return NotFound();
        this.Say((await verb(Ad.Id, cancel)).Refusal ?? done);
        return LocalRedirect(Place);
    }

    private async Task<bool> Find(string address, CancellationToken cancel)
    {
        var id = ClassifiedQueries.NumberIn(address);
        Now = clock.GetUtcNow().UtcDateTime;
        Ad = (await db.Set<Classified>().VisibleTo(me.Id, Now).Where(c => c.Id == id).Select(c => new ClassifiedPage(c.Id, c.AuthorId, c.Slug, c.ListingType, c.Category, c.Title, c.Description, c.BudgetInfo, c.LocationInfo,
            c.IsAnonymous, c.Author.Name, c.Company!.Name, c.Company.Slug, c.CreatedAt, c.ExpiresAt, c.IsActive, c.HiddenReason, c.ViewsCount,
            c.Photos.OrderBy(p => p.Id).Select(p => new ShownPhoto(p.FileId, p.Alt, p.Width, p.Height)).ToList())).SingleOrDefaultAsync(cancel))!;
        return Ad is not null;
    }
}

public sealed record ClassifiedPage(int Id, int AuthorId, string Slug, ListingType Type, ClassifiedCategory Category, string Title, string Description, string? Budget, string? Place, bool IsAnonymous,
    string Author, string? Company, string? CompanySlug, DateTime CreatedAt, DateTime? ExpiresAt, bool IsActive, string? HiddenReason, int Views, IReadOnlyList<ShownPhoto> Photos);

public sealed record ShownPhoto(string FileId, string Alt, int Width, int Height);
