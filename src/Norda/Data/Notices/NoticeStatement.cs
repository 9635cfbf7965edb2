using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Search;
using Norda.Platform.Contributions;

namespace Norda.Data.Notices;

/// <summary>
/// One notice for many people in one statement, on either database. Who is told, and by which channel, is decided in it from what each
/// person chose; who has the notice already is left out.
/// </summary>
internal static class NoticeStatement
{
    /// <summary>A hundred thousand people take longer than a question may.</summary>
    private const int Patience = 120;

    private const string Text = """
        INSERT INTO user_notifications (user_id, title, message, notification_type, related_type, related_id, is_read, action_url, created_at, kind, unique_key, mail_channel, is_push_due)
        SELECT p.id, @n_title, CAST(@n_message AS text), @n_type, CAST(@n_related AS text), CAST(@n_related_id AS integer), false, @n_url, @n_now, @n_kind, @n_key,
            CASE WHEN @n_mail = 1 AND coalesce(c.channel, @n_default) IN ('MailNow', 'Daily', 'Weekly') THEN coalesce(c.channel, @n_default) END,
            EXISTS (SELECT 1 FROM push_subscriptions s WHERE s.user_id = p.id)
        FROM people p LEFT JOIN notification_preferences c ON c.user_id = p.id AND c.kind = @n_kind
        WHERE coalesce(c.channel, @n_default) <> 'None'
        ON CONFLICT (user_id, unique_key) DO NOTHING
        """;

    /// <returns>How many people were told.</returns>
    public static async Task<int> InsertNotices(this AppDb db, IQueryable<int> people, Notice notice, DateTime now, CancellationToken cancel)
    {
        await using var question = people.CreateDbCommand();
        var asked = question.Parameters.Cast<DbParameter>().ToArray();
        question.Parameters.Clear();
        await using var command = await db.Command($"WITH people(id) AS ({question.CommandText})\n{Text}", cancel,
            ("n_title", notice.Title), ("n_message", notice.Message), ("n_type", notice.Kind.Type), ("n_related", notice.RelatedType), ("n_related_id", notice.RelatedId),
            ("n_url", notice.ActionUrl), ("n_now", DateTime.SpecifyKind(now, DateTimeKind.Unspecified)), ("n_kind", notice.Kind.Name), ("n_key", notice.Key),
            ("n_mail", notice.Kind.HasOwnLetter ? 0 : 1), ("n_default", notice.Kind.Default.ToString()));
        command.Parameters.AddRange(asked);
        command.CommandTimeout = Patience;
        return await command.ExecuteNonQueryAsync(cancel);
    }
}
