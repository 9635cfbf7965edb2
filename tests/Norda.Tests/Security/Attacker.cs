using System.Net.Http.Headers;

namespace Norda.Tests.Security;

/// <summary>A browser in which somebody has signed in, and a token that their forms are taken with.</summary>
public sealed record Attacker(string Name, HttpClient Client, string Token)
{
    public Task<HttpResponseMessage> Send(WebForm form, IEnumerable<KeyValuePair<string, string>> fields, byte[]? file = null, string fileName = "zdjecie.png", Action<HttpRequestMessage>? more = null) =>
        Post(form.Action, [.. fields, new("__RequestVerificationToken", Token)], form.IsMultipart ? (form.Files is [var name, ..] ? name : "plik", file ?? [], fileName) : null, more);

    /// <summary>The fields as they are given and nothing else.</summary>
    public async Task<HttpResponseMessage> Post(string address, IReadOnlyList<KeyValuePair<string, string>> fields, (string Field, byte[] Content, string Name)? file = null, Action<HttpRequestMessage>? more = null)
    {
        using HttpContent content = file is { } upload ? Multipart(fields, upload) : new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        more?.Invoke(request);
        return await Client.SendAsync(request);
    }

    /// <summary>Names as they are, also those that no browser would send.</summary>
    private static void Add(MultipartFormDataContent form, HttpContent part, string disposition)
    {
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; " + string.Concat(disposition.Where(c => !char.IsControl(c))));
        form.Add(part);
    }

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields, (string Field, byte[] Content, string Name) file)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            Add(form, new StringContent(value), $"name=\"{Quoted(name)}\"");
        Add(form, new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, $"name=\"{file.Field}\"; filename=\"{Quoted(file.Name)}\"");
        return form;
    }

    private static string Quoted(string text) => text.Replace("\"", "%22", StringComparison.Ordinal);
}

/// <summary>The cookies of one moment: whoever copied them sends them for ever, whatever the site says.</summary>
internal sealed class Jar(string cookies) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        return base.SendAsync(request, cancellationToken);
    }
}
