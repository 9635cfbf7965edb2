using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Forum.Moderation;

public sealed class TopicSettings
{
    public bool IsPinned { get; set; }
    public bool IsLocked { get; set; }

    [Range(1, int.MaxValue, ErrorMessage = "Wybierz dział forum.")]
    public int CategoryId { get; set; }

    /// <summary>Of the topic that the moderator looked at.</summary>
    public int Version { get; set; }
}

/// <summary>Pins a topic, locks it, moves it to another shelf.</summary>
public class ModerateTopic(AppDb db, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, TopicSettings settings, CancellationToken cancel)
    {
        if (await db.Set<ForumTopic>().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } topic)
            return Outcome.Refuse(texts["Tego tematu już nie ma."]);
        if (!await db.Set<ForumCategory>().AnyAsync(c => c.Id == settings.CategoryId, cancel))
            return Outcome.Refuse(texts["Wybierz dział forum."], "Settings.CategoryId");
        if (topic.Version != settings.Version)
            return Late();
        (topic.IsPinned, topic.IsLocked, topic.CategoryId, topic.Version) = (settings.IsPinned, settings.IsLocked, settings.CategoryId, topic.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Late();
        }
    }

    private Outcome Late() => Outcome.Refuse(texts["Ten temat właśnie się zmienił. Odśwież stronę i spróbuj jeszcze raz."]);
}
