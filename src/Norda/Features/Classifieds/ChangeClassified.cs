using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>The author says it better.</summary>
public class ChangeClassified(AppDb db, Me me, ClassifiedWords words, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="version">Of the text that the form was filled with.</param>
    public async Task<Outcome> Run(int id, int version, ClassifiedForm form, CancellationToken cancel)
    {
        if (await db.Set<Classified>().SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == me.Id, cancel) is not { } ad)
            return Outcome.Refuse(texts["Tego ogłoszenia już nie ma."]);
        var stale = Outcome.Refuse(texts["To ogłoszenie zmieniono w innym oknie. Otwórz je jeszcze raz i popraw."]);
        if (ad.Version != version)
            return stale;
        ad.Take(form, words);
        (ad.UpdatedAt, ad.Version) = (clock.GetUtcNow().UtcDateTime, ad.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return stale;
        }
    }
}

/// <summary>The author has found, or sold: others see it no more.</summary>
public class CloseClassified(AppDb db, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, CancellationToken cancel) =>
        await db.Set<Classified>().Where(c => c.Id == id && c.AuthorId == me.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.IsActive, false), cancel) == 1
            ? Outcome.Done : Outcome.Refuse(texts["Tego ogłoszenia już nie ma."]);
}

/// <summary>Thirty days from today, whether it still runs, ran out or was closed; pressed twice it is the same day.</summary>
public class RenewClassified(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, CancellationToken cancel)
    {
        var until = clock.GetUtcNow().UtcDateTime + PostClassified.Lifetime;
        return await db.Set<Classified>().Where(c => c.Id == id && c.AuthorId == me.Id && c.HiddenAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.ExpiresAt, until).SetProperty(x => x.IsActive, true), cancel) == 1
            ? Outcome.Done : Outcome.Refuse(texts["Tego ogłoszenia nie można przedłużyć: zdjął je moderator."]);
    }
}

/// <summary>Adds a photograph to one's own advertisement, or takes one away.</summary>
public class ChangeClassifiedPhotos(AppDb db, Me me, StorePicture store, IStringLocalizer<Texts> texts)
{
    public const int Most = 6;
    private const int LongestSide = 1600;

    public async Task<Outcome> Add(int id, IFormFile? upload, string? alt, CancellationToken cancel)
    {
        if (await db.Set<Classified>().Include(c => c.Photos).SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == me.Id, cancel) is not { } ad)
            return Outcome.Refuse(texts["Tego ogłoszenia już nie ma."]);
        if (PlainText.Line(alt) is not { Length: <= ClassifiedMap.LongestAlt } words)
            return Outcome.Refuse(texts["Napisz, co jest na zdjęciu, do {0} znaków.", ClassifiedMap.LongestAlt], "opis");
        var full = Outcome.Refuse(texts["W ogłoszeniu mieści się {0} zdjęć. Usuń któreś, żeby dodać nowe.", Most], "plik");
        if (ad.Photos.Count >= Most)
            return full;
        var (file, refusal) = await store.Run(upload, LongestSide, cancel);
        if (file is null)
            return Outcome.Refuse(refusal!, "plik");
        ad.Photos.Add(new ClassifiedPhoto { FileId = file.Id, Alt = words, Width = file.Width!.Value, Height = file.Height!.Value });
        ad.Version++; // two photographs at once: the second one is counted after the first
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return Outcome.Refuse(texts["To ogłoszenie zmieniono w innym oknie. Otwórz je jeszcze raz i popraw."]);
        }
    }

    public async Task<Outcome> Remove(int id, int photo, CancellationToken cancel) =>
        await db.Set<ClassifiedPhoto>().Where(p => p.Id == photo && p.ClassifiedId == id && db.Set<Classified>().Any(c => c.Id == id && c.AuthorId == me.Id)).ExecuteDeleteAsync(cancel) == 1
            ? Outcome.Done : Outcome.Refuse(texts["Tego zdjęcia już nie ma."]);
}
