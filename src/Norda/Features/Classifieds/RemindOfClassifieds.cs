using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Classifieds;

/// <summary>Tells authors three days before the end, once for each last day; and forgets who looked at what.</summary>
public class RemindOfClassifieds(AppDb db, Notifier notifier, QueueMail mail, IOptions<SiteOptions> site, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int Days = 3;
    private const int AtOnce = 200;

    public async Task<int> Run(CancellationToken cancel)
    {
        var (now, soon, counted) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime.AddDays(Days), clock.Today().AddDays(-Days));
        await db.Set<ClassifiedView>().Where(v => v.Day < counted).ExecuteDeleteAsync(cancel);
        var due = await db.Set<Classified>().Open(now).Where(c => c.ExpiresAt <= soon && (c.RemindedOf == null || c.RemindedOf != c.ExpiresAt) && c.Author.IsActive && c.Author.ErasedAt == null)
            .OrderBy(c => c.ExpiresAt).Take(AtOnce).Select(c => new Due(c.Id, c.Title, c.Slug, c.ExpiresAt!.Value, new Reader(c.AuthorId, c.Author.Email!, c.Author.Name))).ToListAsync(cancel);
        var told = 0;
        foreach (var ad in due)
            told += await Tell(ad, cancel) ? 1 : 0;
        return told;
    }

    private async Task<bool> Tell(Due ad, CancellationToken cancel)
    {
        var place = $"/ogloszenia/{ClassifiedQueries.Address(ad.Id, ad.Slug)}#przedluz";
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Classified>().Where(c => c.Id == ad.Id && c.ExpiresAt == ad.Until && (c.RemindedOf == null || c.RemindedOf != ad.Until))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.RemindedOf, ad.Until), cancel) == 0)
            return false;
        await notifier.Tell(ad.Author.UserId!.Value, new Notice(ClassifiedNotices.Expiring, $"classified:{ad.Id}:ends:{ad.Until:yyyyMMdd}", texts["Ogłoszenie „{0}” wkrótce się kończy", ad.Title], place)
        { Message = texts["Przedłuż je, jeśli jest nadal aktualne."], RelatedType = "classified", RelatedId = ad.Id }, cancel);
        mail.Run(ClassifiedLetters.Expiring(texts, ad.Author, ad.Title, ad.Until, $"{ad.Id}:{ad.Until:yyyyMMddHHmmss}", site.Value.Origin + place));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private sealed record Due(int Id, string Title, string Slug, DateTime Until, Reader Author);
}
