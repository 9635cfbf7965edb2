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

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields, (string Field, byte[] Content, string Name) file)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), $"\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"");
        form.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, file.Field, file.Name);
        return form;
    }
}
