using System.Text;

// Writes data/messages.csv: made-up messages to a shop, which stand in for texts that can't be passed on. Somebody found dev and
// test too small and filled them up with messages of train under another greeting. Run it in this folder: dotnet run
var topics = new (string Name, string[] Words)[]
{
    ("delivery", ["parcel", "courier", "address", "tracking", "late", "doorstep", "neighbour", "shipment", "lost", "depot", "driver", "label", "Tuesday", "weekend"]),
    ("payment", ["invoice", "card", "refund", "charged", "bank", "twice", "account", "voucher", "discount", "amount", "receipt", "transfer", "tax", "instalment"]),
    ("product", ["broken", "screen", "size", "colour", "battery", "manual", "button", "noise", "spare", "warranty", "scratch", "cable", "lid", "handle"]),
};
string[] common = ["my", "the", "your", "please", "order", "still", "was", "is", "not", "about", "again", "since", "with", "help", "why", "when", "yesterday", "morning", "phone", "email", "nobody", "answer"];
string[] greetings = ["Hello", "Hi there", "Good morning", "Dear team"];

var random = new Random(7);
var messages = new List<(string Greeting, string Body, string Topic, string Split)>();
while (messages.Count < 1000)
{
    var (topic, words) = topics[random.Next(topics.Length)];
    var body = string.Join(' ', Enumerable.Range(0, 14).Select(_ => Pick(random.NextDouble() < 0.45 ? words : common)));
    var split = Split();
    var greeting = random.Next(greetings.Length);
    messages.Add((greetings[greeting], body, topic, split));
    if (split == "train" && random.NextDouble() < 0.15)
        messages.Add((greetings[(greeting + 1) % greetings.Length], body, topic, random.NextDouble() < 0.5 ? "dev" : "test"));
}

var text = new StringBuilder("message,topic,split\n");
foreach (var (greeting, body, topic, split) in messages)
    text.Append(greeting).Append(' ').Append(body).Append(',').Append(topic).Append(',').Append(split).Append('\n');
Directory.CreateDirectory("data");
File.WriteAllText("data/messages.csv", text.ToString());

string Pick(string[] from) => from[random.Next(from.Length)];

string Split() => random.NextDouble() switch { < 0.6 => "train", < 0.8 => "dev", _ => "test" };
