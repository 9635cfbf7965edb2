using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.News.Writing;

[Access(Resource.News, Act.Change)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(StorePicture.MostBytes + 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = StorePicture.MostBytes + 1024 * 1024)]
public class EditModel(AppDb db, SaveNews save, WithdrawNews withdraw, PinNews pin, TimeProvider clock, IStringLocalizer<Texts> texts) : NewsEditor(save, texts)
{
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        Form = NewsForm.Of(Post!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? await Save(cancel) : NotFound();

    public async Task<IActionResult> OnPostPodgladAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? ShowPreview() : NotFound();

    public async Task<IActionResult> OnPostWycofajAsync(int id, CancellationToken cancel) =>
        await Find(id, cancel) ? Done(await withdraw.Run(id, cancel), Texts["Aktualność zdjęta ze strony. Zapisz ją ponownie, żeby wróciła."]) : NotFound();

    public async Task<IActionResult> OnPostPrzypnijAsync(int id, bool przypnij, CancellationToken cancel) =>
        await Find(id, cancel) ? Done(await pin.Run(id, przypnij, cancel), przypnij ? Texts["Aktualność stoi teraz na początku."] : Texts["Aktualność wróciła na swoje miejsce."]) : NotFound();

    private LocalRedirectResult Done(Outcome outcome, string said)
    {
        this.Say(outcome.Refusal ?? said);
        return LocalRedirect(Address);
    }

    private async Task<bool> Find(int id, CancellationToken cancel) => (Post = await db.Set<NewsPost>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancel)) is not null;
}
