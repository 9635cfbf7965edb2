using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Classifieds;

/// <summary>Writes to the author by letter; the answer goes straight to who asked. Neither sees the other's address before.</summary>
public class ContactAuthor(AppDb db, Me me, QueueMail mail, IOptions<SiteOptions> site, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int LongestText = 2000;
    private const int ShortestText = 10;
    private const int MostPerDay = 20;

    public async Task<Outcome> Run(int id, string? text, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var said = PlainText.Clean(text);
        if (said.Length is < ShortestText or > LongestText)
            return Outcome.Refuse(texts["Napisz od 10 do 2000 znaków."], "Text");
        var ad = await db.Set<Classified>().Open(now).Where(c => c.Id == id && c.AuthorId != me.Id)
            .Select(c => new { c.Title, c.Slug, Reader = new Reader(c.AuthorId, c.Author.Email!, c.Author.Name) }).SingleOrDefaultAsync(cancel);
        if (ad is null)
            return Outcome.Refuse(texts["To ogłoszenie jest już nieaktualne."]);
        var (mine, yesterday) = ($"classified-contact:{me.Id}:", now.AddDays(-1));
        if (await db.Set<OutboxMail>().CountAsync(m => m.UniqueKey.StartsWith(mine) && m.CreatedAt > yesterday, cancel) >= MostPerDay)
            return Outcome.Refuse(texts["W ciągu doby można napisać {0} wiadomości do autorów ogłoszeń. Wróć jutro.", MostPerDay]) with { Wait = TimeSpan.FromHours(24) };
        var words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
        mail.Run(ClassifiedLetters.Contact(texts, ad.Reader, new Reader(me.Id, me.Email, me.Name), ad.Title, said, $"{me.Id}:{id}:{words}", $"{site.Value.Origin}/ogloszenia/{ClassifiedQueries.Address(id, ad.Slug)}"));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            // The same words to the same author: the letter is on its way.
        }

        return Outcome.Done;
    }
}
