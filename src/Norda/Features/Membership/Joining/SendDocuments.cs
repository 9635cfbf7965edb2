using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;

namespace Norda.Features.Membership.Joining;

/// <summary>
/// The firm sends papers that the declaration needs or the office asked for. They wait for the office to look at them: a file does not make the declaration complete,
/// for nobody has read it.
/// </summary>
public class SendDocuments(AppDb db, TakeUploads take, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const int MostAtOnce = 4;
    public const int MostBytes = 20 * 1024 * 1024;
    private const int MostOfDeclaration = 16;

    /// <summary>Whoever calls has checked that the person may, by the secret link.</summary>
    public async Task<Outcome> Run(Declaration declaration, string? paper, IReadOnlyList<IFormFile> uploads, CancellationToken cancel)
    {
        var awaited = DeclarationPapers.Awaited(declaration.Status, declaration.Papers, declaration.Asked);
        if (awaited.Count == 0)
            return Outcome.Refuse(texts["Biuro izby nie czeka teraz na dokumenty. Odśwież stronę."]);
        if (DeclarationPapers.Read(paper ?? "") is not [var which] || !awaited.Contains(which))
            return Outcome.Refuse(texts["Wybierz dokument, na który czeka biuro."], "paper");
        if (uploads.Count is 0 or > MostAtOnce)
            return Outcome.Refuse(texts["Wybierz od 1 do {0} plików PDF, JPG albo PNG.", MostAtOnce], "pliki-wybor");
        if (await db.Set<DeclarationFile>().CountAsync(f => f.DeclarationId == declaration.Id, cancel) + uploads.Count > MostOfDeclaration)
            return Outcome.Refuse(texts["Do tej deklaracji przyszło już dużo plików. Resztę przynieś do biura izby."], "pliki-wybor");
        var (files, refusal) = await take.Run(uploads, cancel);
        if (refusal is not null || files.Count == 0)
            return Outcome.Refuse(refusal ?? texts["Wybierz od 1 do {0} plików PDF, JPG albo PNG.", MostAtOnce], "pliki-wybor");
        var now = clock.GetUtcNow().UtcDateTime;
        db.AddRange(files.Select(f => new DeclarationFile { DeclarationId = declaration.Id, Paper = which, Name = f.Name, ContentType = f.ContentType, Content = f.Content, Size = f.Content.Length, SentAt = now }));
        declaration.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refuse(texts["Ktoś właśnie zmienił tę deklarację. Odśwież stronę."]);
        }
    }
}
