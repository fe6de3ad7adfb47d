-- A word that thousands of petitions have is found by going through the latest until enough are found, not by gathering all.
CREATE INDEX gram_latest ON petition.gram (on_day DESC, petition) INCLUDE (body);
