using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Deciding;

/// <summary>The office notes which papers are there: with the last one the declaration goes to the board.</summary>
public class NoteDocuments(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, IEnumerable<DeclarationPaper> papers, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await db.Set<Declaration>().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } declaration || declaration.Status is not (DeclarationStatus.Submitted or DeclarationStatus.Incomplete or DeclarationStatus.Complete))
            return Outcome.Refuse(texts["Ta deklaracja jest już rozpatrzona."]);
        declaration.Papers = DeclarationPapers.Write(papers);
        var isComplete = DeclarationPapers.Missing(declaration.Papers, declaration.Asked).Count == 0;
        declaration.Status = isComplete ? DeclarationStatus.Complete : declaration.AskedAt is null ? DeclarationStatus.Submitted : DeclarationStatus.Incomplete;
        declaration.Version++;
        foreach (var file in await db.Set<DeclarationFile>().Where(f => f.DeclarationId == id && f.CheckedAt == null).ToListAsync(cancel))
            file.CheckedAt = clock.GetUtcNow().UtcDateTime;
        return await db.Decide(texts, cancel);
    }
}

/// <summary>Asks the firm by letter for the papers that are missing.</summary>
public class AskForDocuments(AppDb db, Me me, DeclarationLinks links, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="origin">Scheme and host of the address in the letter.</param>
    public async Task<Outcome> Run(int id, IReadOnlyList<DeclarationPaper> asked, string? note, string origin, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (await db.Set<Declaration>().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } declaration || declaration.Status is not (DeclarationStatus.Submitted or DeclarationStatus.Incomplete or DeclarationStatus.Complete))
            return Outcome.Refuse(texts["Ta deklaracja jest już rozpatrzona."]);
        if (asked.Count == 0)
            return Outcome.Refuse(texts["Zaznacz, czego brakuje."], "Asked");
        var text = PlainText.Clean(note);
        if (text.Length > DeclarationMap.LongestReason)
            return Outcome.Refuse(texts["Dopisek ma do 1000 znaków."], "Note");
        if (DeclarationLetters.ReaderOf(declaration) is not { } reader)
            return Outcome.Refuse(texts["Ta firma nie podała adresu e-mail. Zadzwoń do niej."]);
        declaration.Papers = DeclarationPapers.Write(DeclarationPapers.Read(declaration.Papers).Except(asked));
        (declaration.Asked, declaration.AskedNote, declaration.AskedAt, declaration.Status) = (DeclarationPapers.Write(asked), text.Length > 0 ? text : null, clock.GetUtcNow().UtcDateTime, DeclarationStatus.Incomplete);
        declaration.Version++;
        mail.Run(DeclarationLetters.Missing(texts, reader, declaration, links.Issue(declaration), origin));
        return await db.Decide(texts, cancel);
    }
}

internal static class Decisions
{
    /// <summary>Why a declaration that waits no more takes no decision.</summary>
    public static async Task<Outcome> Closed(this AppDb db, int id, IStringLocalizer<Texts> texts, CancellationToken cancel) =>
        Outcome.Refuse(await db.Set<Declaration>().Where(d => d.Id == id).Select(d => d.Resolution).SingleOrDefaultAsync(cancel) is { } resolution
            ? texts["Ta deklaracja jest już rozpatrzona uchwałą {0}.", resolution.Called] : texts["Ta deklaracja jest już rozpatrzona."]);

    /// <summary>Saves; of two who decide at once, the second is told.</summary>
    public static async Task<Outcome> Decide(this AppDb db, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            db.ChangeTracker.Clear();
            return Outcome.Refuse(texts["Ktoś właśnie zmienił tę deklarację. Odśwież stronę."]);
        }
    }
}
