using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Editor;

/// <summary>The firm's logo and photographs.</summary>
[Access(Resource.CompanyProfile, Act.Change)]
[RequestSizeLimit(StorePicture.MostBytes + 64 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = StorePicture.MostBytes + 64 * 1024)]
public class PhotosModel(AppDb db, Me me, Drafts drafts, ChangePhotos change, IStringLocalizer<Texts> texts) : EditorPage(db, me, drafts)
{
    public IReadOnlyList<EditedPhoto> Photos { get; private set; } = [];
    public string? Logo { get; private set; }
    public string? Description { get; private set; }

    /// <summary>What was typed over the description of a photograph that was not saved.</summary>
    public (int Photo, string? Text)? Redescribed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await Open(cancel))
            return NotFound();
        Photos = await Db.Set<CompanyPhoto>().Where(p => p.CompanyId == Firm.Id).OrderBy(p => p.Position).ThenBy(p => p.Id).Select(p => new EditedPhoto(p.Id, "/pliki/" + p.FileId + ".webp", p.Alt, p.Width, p.Height)).ToListAsync(cancel);
        Logo = await Db.Companies.Where(c => c.Id == Firm.Id).Select(c => c.Logo).SingleAsync(cancel);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(IFormFile? plik, string? opis, CancellationToken cancel)
    {
        Description = opis;
        return Do(firm => change.Add(firm, plik, opis, cancel), texts["Zdjęcie jest na stronie firmy."], cancel);
    }

    public Task<IActionResult> OnPostOpisAsync(int id, string? opis, CancellationToken cancel)
    {
        Redescribed = (id, opis);
        return Do(firm => change.Describe(firm, id, opis, Seen, cancel), texts["Zapisano."], cancel);
    }

    public Task<IActionResult> OnPostPierwszeAsync(int id, CancellationToken cancel) => Do(firm => change.PutFirst(firm, id, cancel), texts["Zapisano."], cancel);

    public Task<IActionResult> OnPostUsunAsync(int id, CancellationToken cancel) => Do(firm => change.Remove(firm, id, cancel), texts["Usunięto. Możesz to cofnąć w historii zmian."], cancel);

    public Task<IActionResult> OnPostLogoAsync(IFormFile? plik, CancellationToken cancel) => Do(firm => change.SetLogo(firm, plik, cancel), texts["Zapisano. Zmiana jest już w katalogu."], cancel);

    public Task<IActionResult> OnPostBezLogoAsync(CancellationToken cancel) => Do(firm => change.DropLogo(firm, cancel), texts["Usunięto. Możesz to cofnąć w historii zmian."], cancel);

    private async Task<IActionResult> Do(Func<int, Task<Outcome>> work, string done, CancellationToken cancel)
    {
        if (!await Open(cancel))
            return NotFound();
        if (await work(Firm.Id) is { Refusal: { } refusal } outcome)
        {
            Db.ChangeTracker.Clear();
            await OnGetAsync(cancel);
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return this.ShowAgain();
        }

        this.Say(done);
        return LocalRedirect(Link("/moja-firma/zdjecia"));
    }
}

public sealed record EditedPhoto(int Id, string Address, string Alt, int Width, int Height);
