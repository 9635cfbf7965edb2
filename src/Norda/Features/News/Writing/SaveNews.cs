using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.News.Writing;

/// <summary>Writes news, or changes them: as a draft, at once, or for an hour to come.</summary>
public class SaveNews(AppDb db, Me me, StorePicture pictures, NewsShelf shelf, TellOfNews tell, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int LongestSide = 1600;

    /// <summary>Last part of the feed's address.</summary>
    private const string Taken = "rss";

    public async Task<(NewsPost? Post, Outcome Outcome)> Run(int? id, NewsForm form, IFormFile? upload, CancellationToken cancel)
    {
        if (!form.TryReadMoment(out var moment))
            return (null, Outcome.Refuse(texts["Takiej chwili nie ma w kalendarzu. Wybierz dzień i godzinę, na przykład 9:00, albo zostaw oba pola puste."], "Date"));
        if (upload is { Length: > 0 } && PlainText.Line(form.PictureAlt) is null)
            return (null, Outcome.Refuse(texts["Napisz, co jest na zdjęciu: usłyszą to osoby, które go nie widzą."], "PictureAlt"));
        var now = clock.GetUtcNow().UtcDateTime;
        var post = id is null ? await Begin(form.Title, now, cancel) : await db.Set<NewsPost>().SingleOrDefaultAsync(n => n.Id == id, cancel);
        if (post is null)
            return (null, Outcome.Refuse(texts["Tej aktualności już nie ma."]));
        if (id is not null && post.Version != form.Version)
            return (null, Stale());
        if (await TakePicture(post, form, upload, cancel) is { } refusal)
            return (null, Outcome.Refuse(refusal, "Upload"));
        (post.Title, post.Summary, post.Content) = (PlainText.Line(form.Title)!, PlainText.Line(form.Summary), PlainText.Clean(form.Content));
        post.PublishedAt = form.IsDraft ? null : moment ?? now;
        post.WithdrawnAt = null;
        if (post.ToldAt is null)
            post.TellsMembers = form.TellsMembers;
        (post.UpdatedAt, post.Version) = (now, post.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return (null, Stale());
        }

        await tell.Run(cancel);
        await shelf.Renew(cancel);
        return (post, Outcome.Done);
    }

    private async Task<NewsPost> Begin(string title, DateTime now, CancellationToken cancel)
    {
        var stem = Slug.From(title) is { Length: > 0 } named ? named : "aktualnosc";
        var taken = await db.Set<NewsPost>().Where(n => n.Slug.StartsWith(stem)).Select(n => n.Slug).ToHashSetAsync(cancel);
        var post = new NewsPost { Title = "", Content = "", Slug = Slug.Free(stem, slug => slug == Taken || taken.Contains(slug)), CreatedBy = me.Id, CreatedAt = now };
        db.Add(post);
        return post;
    }

    /// <returns>Why the picture is none.</returns>
    private async Task<string?> TakePicture(NewsPost post, NewsForm form, IFormFile? upload, CancellationToken cancel)
    {
        if (upload is { Length: > 0 })
        {
            var (file, refusal) = await pictures.Run(upload, LongestSide, cancel);
            if (file is null)
                return refusal;
            (post.PictureId, post.PictureWidth, post.PictureHeight) = (file.Id, file.Width, file.Height);
        }
        else if (form.RemovePicture)
            (post.PictureId, post.PictureWidth, post.PictureHeight) = (null, null, null);

        post.PictureAlt = post.PictureId is null ? null : PlainText.Line(form.PictureAlt) ?? post.PictureAlt;
        return null;
    }

    private Outcome Stale() => Outcome.Refuse(texts["Tę aktualność zmieniono w innym oknie. Otwórz ją jeszcze raz i popraw."]);
}

/// <summary>Takes news off the site; what was written stays for the office.</summary>
public class WithdrawNews(AppDb db, NewsShelf shelf, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, CancellationToken cancel)
    {
        if (await db.Set<NewsPost>().SingleOrDefaultAsync(n => n.Id == id, cancel) is not { } post)
            return Outcome.Refuse(texts["Tej aktualności już nie ma."]);
        post.WithdrawnAt ??= clock.GetUtcNow().UtcDateTime;
        post.Version++;
        return await db.SaveInTurn(shelf, texts, cancel);
    }
}

/// <summary>Puts news before the others, or back among them.</summary>
public class PinNews(AppDb db, NewsShelf shelf, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, bool pinned, CancellationToken cancel)
    {
        if (await db.Set<NewsPost>().SingleOrDefaultAsync(n => n.Id == id, cancel) is not { } post)
            return Outcome.Refuse(texts["Tej aktualności już nie ma."]);
        post.IsPinned = pinned;
        post.Version++;
        return await db.SaveInTurn(shelf, texts, cancel);
    }
}

internal static class NewsSaving
{
    public static async Task<Outcome> SaveInTurn(this AppDb db, NewsShelf shelf, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Tę aktualność zmieniono w innym oknie. Otwórz ją jeszcze raz i popraw."]);
        }

        await shelf.Renew(cancel);
        return Outcome.Done;
    }
}
